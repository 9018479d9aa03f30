import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { renderNoticePage } from '../../../bot/pages/notice-page.ts'
import { assemble } from '../../../src/assembly.ts'
import { createStandInAssistant } from '../../support/stand-in-assistant.ts'

const made = renderNoticePage(createStandInAssistant().notice)

describe('the notice page', () => {
  it('is a Chinese page with a title, headings, a skip link and a main part', () => {
    expect(made.html).toMatch(/^<!doctype html>\n<html lang="zh-CN">/)
    expect(made.html).toContain('<meta name="viewport"')
    expect(made.html.match(/<h1>/g)).toHaveLength(1)
    expect(made.html).toContain('<a class="skip" href="#notice">')
    expect(made.html).toContain('<main id="notice"')
  })

  it('gives every clause and related notice its id as an anchor', () => {
    for (const id of ['一', '一.甲', '附.1', 'later']) expect(made.html).toContain(`<section id="${id}">`)
  })

  it('puts a clause under the one whose number it continues', () => {
    expect(made.html).toMatch(/<section id="一">\n<h2>/)
    expect(made.html).toMatch(/<section id="一\.甲">\n<h3>/)
    expect(made.html).toMatch(/<section id="附\.1">\n<h2>/)
  })

  it('does not show a heading twice', () => {
    expect(made.html).not.toContain('<p>第一条</p>')
  })

  it('shows text as text', () => {
    expect(made.html).not.toMatch(/<script|<b>|<样例>/)
    expect(made.html).toContain('总的&lt;script&gt;alert(1)&lt;/script&gt;要求')
  })

  it('links to web sources only', () => {
    expect(made.html).toContain('href="https://example.org/a"')
    expect(made.html).not.toContain('href="javascript:')
  })

  it('lets its own style in, and nothing else', () => {
    const style = /<style>(.*?)<\/style>/s.exec(made.html)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(made.headers['content-security-policy']).toContain(`style-src 'sha256-${hash}'`)
    expect(made.html).not.toMatch(/ style="|<script|<img|<link/)
  })

  it('marks the clause in the address and can be printed', () => {
    expect(made.html).toContain(':target')
    expect(made.html).toContain('@media print')
  })

  it('shows every clause of the pack at hand, with unique ids', async () => {
    const { notice } = await assemble({})
    const page = renderNoticePage(notice)
    const ids = [...page.html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id } of [...notice.clauses, ...notice.related]) expect(ids).toContain(id)
  })
})
