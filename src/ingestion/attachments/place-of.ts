import type { Gazetteer } from '../../domain/gazetteer.ts'
import type { Candidate, RegionNames } from '../../domain/region.ts'
import { countIn, isKindOfDivision, withoutBlanks } from './document-words.ts'

/** A name as a file has it. Without candidates it is none that the gazetteer knows. */
export interface Place {
  /** As written. */
  readonly text: string
  /** Without padding, brackets and running number. */
  readonly name: string
  readonly candidates: readonly Candidate[]
  /** What a bracket adds: 地理标志类. */
  readonly category?: string
  /** A division in a bracket: 鼓楼区（南京市）. */
  readonly inside?: readonly Candidate[]
  /** A count in a bracket: 浙江省（5个）. */
  readonly count?: number
  /** A colon follows: what comes after belongs to it. */
  readonly leads: boolean
}

/** What names of places are looked up in. */
export type Names = Pick<RegionNames, 'candidatesFor' | 'get'> & Pick<Gazetteer, 'rules'>

/** Takes a text as one name, with what its brackets say. */
export function placeOf(written: string, names: Names): Place {
  const brackets = [...written.matchAll(/[（(【[]([^（()）\]】]*)[)）\]】]/gu)].map((m) => withoutBlanks(m[1] ?? ''))
  const bare = withoutBlanks(outOfBracket(written).replace(/[（(【[][^（()）\]】]*[)）\]】]/gu, ''))
  const marked = bare.replace(/[:：。.*＊※☆★▲△#①-⑳\u00b9\u00b2\u00b3]+$/u, '').replace(/^[*＊※☆★▲△#●■◆○•·]+/u, '')
  const name = marked.replace(/^第?[一二三四五六七八九十]{1,3}师(?=.+市$)/u, '')
  const count = brackets.map(countIn).find((c) => c !== undefined)
  const inside = brackets.map((b) => knownAs(b, names)).find((c) => c.length > 0)
  const category = brackets.find(
    (b) => b !== '' && b !== name && countIn(b) === undefined && !isKindOfDivision(b) && knownAs(b, names).length === 0,
  )
  return {
    text: withoutLines(written),
    name,
    candidates: name === '' ? [] : knownAs(name, names),
    leads: /[:：]$/u.test(bare),
    ...(category !== undefined && { category }),
    ...(inside && { inside }),
    ...(count !== undefined && { count }),
  }
}

// 【浙江省】, （浙江省）：
const outOfBracket = (text: string): string =>
  text.replace(/^[\s\u3000]*[（(【[〔]([^（()）\]】〔〕]+)[)）\]】〕]([:：]?)[\s\u3000]*$/u, '$1$2')

const withoutLines = (text: string): string => text.replace(/\s*\n\s*/gu, ' ').trim()

// How a name sounds, and what a place is called in fun, decides nothing in a document; a province's short name may.
/** The divisions that a name means in a document. */
export function knownAs(name: string, names: Names): readonly Candidate[] {
  return names
    .candidatesFor(name)
    .filter((c) => c.by !== 'sound' && (c.by !== 'nickname' || c.region.parent === undefined))
}
