import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadPack } from '../../src/knowledge-base/load-pack.ts'
import { reviewPack } from '../../src/knowledge-base/review-pack.ts'
import { isVerbatim } from '../../src/text/quote.ts'
import { LANGUAGE } from './broken-pack.ts'

const FOLDER = resolve('knowledge/notices/cnipa-2023-582')
const PUBLISHED_SHA256 = '8255d9a86db82aea6b1af9d288951caaa3b682a8abe569f0157386b9a5a2a01b'
const SHARED_IDS = resolve('../shared/notice/clauses.md')
const SHARED_TEXT = resolve('../shared/notice/notice.txt')
const pack = loadPack({ pack: FOLDER, language: LANGUAGE })
const clauseIds = [...pack.clauses.keys()]

const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')
const repeated = (ids: readonly string[]): readonly string[] => ids.filter((id, at) => ids.indexOf(id) !== at)

// A row names one id, or the first and the last of a run: `4.1` … `4.5`.
function agreedIds(row: string): readonly string[] {
  const cell = /^\| (`[^|]+`) \|/u.exec(row)?.[1] ?? ''
  const [first, last] = [...cell.matchAll(/`([^`]+)`/gu)].map((m) => m[1] ?? '')
  if (first === undefined) return []
  const stem = first.slice(0, first.lastIndexOf('.') + 1)
  const ends = [first, last ?? first].map((id) => Number(id.slice(stem.length)))
  if (last === undefined) return [first]
  return Array.from({ length: (ends[1] ?? 0) - (ends[0] ?? 0) + 1 }, (_, at) => `${stem}${(ends[0] ?? 0) + at}`)
}

describe('the pack of the first notice', () => {
  it('has no faults', () => {
    expect(reviewPack({ pack: FOLDER, language: LANGUAGE }).faults).toEqual([])
  })

  it('keeps the text as it was published', () => {
    expect(sha256(join(FOLDER, 'published.txt'))).toBe(PUBLISHED_SHA256)
  })

  it.skipIf(!existsSync(SHARED_TEXT))('keeps the text that the project was given', () => {
    expect(sha256(SHARED_TEXT)).toBe(PUBLISHED_SHA256)
  })

  it('cites a clause for every fact, verbatim', () => {
    const loose = pack.facts.filter(
      (f) => f.cites.length === 0 || f.cites.some((c) => !isVerbatim(c.quote, pack.clauses.get(c.clause)?.text ?? '')),
    )
    expect(loose.map((f) => f.id)).toEqual([])
  })

  it('uses every id once', () => {
    expect(repeated([...pack.facts, ...pack.silences].map((e) => e.id))).toEqual([])
    expect(repeated(readFileSync(join(FOLDER, 'notice.md'), 'utf8').match(/^## \{[^}]+\}/gmu) ?? [])).toEqual([])
  })

  it('reaches every clause through a fact, headings through the clauses below them', () => {
    const cited = pack.facts.flatMap((f) => f.cites.map((c) => c.clause))
    const unreached = clauseIds.filter((id) => !cited.some((c) => c === id || c.startsWith(`${id}.`)))
    expect(unreached).toEqual([])
  })

  it.skipIf(!existsSync(SHARED_IDS))('has the clause ids that citations are agreed to point to', () => {
    const agreed = readFileSync(SHARED_IDS, 'utf8').split('\n').flatMap(agreedIds)
    expect([...clauseIds].sort()).toEqual(agreed.sort())
  })
})
