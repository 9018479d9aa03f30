import { createHash } from 'node:crypto'
import { load } from 'cheerio'
import { isTag } from 'domhandler'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText } from '../../../bot/documents/plain-text.ts'
import { renderPage } from '../../../bot/documents/render-page.ts'
import { documentWith, hostileDocument, nastyTexts } from './hostile-document.ts'
import { sampleDocument } from './sample-document.ts'

const page = renderPage(sampleDocument)
const $ = load(page.body)
const ELEMENTS = new Set(
  'html head meta title style body a p main h1 dl dt dd section h2 div table thead tbody tr th td ul li'.split(' '),
)

describe('a document as a page to print', () => {
  it('is a Chinese page with the title, the facts, every section and the closing sentence', () => {
    expect(page.body).toMatch(/^<!doctype html>\n<html lang="zh-CN">/)
    expect($('title').text()).toBe(sampleDocument.title)
    expect($('h1').text()).toBe(sampleDocument.title)
    expect($('dt').first().text() + $('dd').first().text()).toBe('地区东山省青竹县')
    expect([...$('h2')].map((heading) => $(heading).text())).toEqual([
      ...sampleDocument.sections.map(({ heading }) => heading),
      '日期',
      '依据的条款',
    ])
    expect($('main > :last-child').text()).toBe(sampleDocument.closing)
  })

  it('says of every table what it is about, and heads its columns and rows', () => {
    expect($('table')).toHaveLength(3)
    for (const table of $('table')) {
      const id = $(table).attr('aria-labelledby')
      expect($(`#${id}`).is('h2')).toBe(true)
      expect($(table).find('thead th').length).toBe($(table).find('thead th[scope=col]').length)
      for (const row of $(table).find('tbody tr')) {
        expect($(row).find('th[scope=row]')).toHaveLength(1)
        expect($(row).find('th, td').length).toBe($(table).find('thead th').length)
      }
    }
  })

  it('leads from the name of a clause to the notice, the right one of two that begin alike', () => {
    const links = [...$('table').first().find('a')].map((link) => [$(link).text(), $(link).attr('href')])
    expect(links).toEqual([
      ['三、材料 第1项', '/notice#3.1'],
      ['三、材料 第2项', '/notice#3.2'],
      ['三、材料 第10项', '/notice#3.10'],
      ['附件2', '/notice#att.2'],
      ['附件2', '/notice#att.2'],
    ])
    const cell = (text: string) => load(renderPage(documentWith(text)).body)('tbody td').first()
    expect(cell('见附件20').find('a')).toHaveLength(0)
    expect(cell('见附件2、附件3').find('a').text()).toBe('附件2')
  })

  it('runs nothing, loads nothing and lets in its own style only', () => {
    const style = $('style').text()
    const hash = createHash('sha256').update(style).digest('base64')
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/)
    expect(page.headers['content-security-policy']).toContain(`'sha256-${hash}'`)
    expect($('script, img, link, iframe, form, [style], [onclick]')).toHaveLength(0)
    expect(style).not.toMatch(/url\(|@import/)
  })

  it('prints on A4 without what is for the screen only', () => {
    expect($('style').text()).toMatch(/@page \{ size: A4;/)
    expect($('style').text()).toMatch(/@media print \{[^@]*\.hint \{ display: none; \}/)
  })

  it('shows whatever people write as text, in a cell of its own', () => {
    for (const note of nastyTexts) {
      const shown = load(renderPage(documentWith(note)).body)
      const cells = [...shown('tbody').first().find('th, td')].map((cell) => shown(cell).text())
      const text = plainText(note)
      expect(cells).toEqual(['甲', text, '丙', text, '乙', text])
    }
  })

  it('has no element or attribute that a text brought along', () => {
    fc.assert(
      fc.property(hostileDocument, (document) => {
        const hostile = load(renderPage(document).body)
        for (const element of hostile('*').toArray().filter(isTag)) {
          expect(ELEMENTS).toContain(element.tagName)
          for (const name of Object.keys(element.attribs)) {
            expect([
              'lang',
              'charset',
              'name',
              'content',
              'class',
              'href',
              'id',
              'tabindex',
              'scope',
              'role',
              'aria-labelledby',
            ]).toContain(name)
          }
        }
        for (const link of hostile('a:not(.skip)')) expect(hostile(link).attr('href')).toMatch(/^\/notice#[^\s"<>]*$/)
        expect(hostile('main > .closing').text()).toBe(document.closing)
      }),
      { numRuns: 100 },
    )
  })
})
