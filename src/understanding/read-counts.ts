import { NUMBER, readNumber } from '../text/numbers.ts'

/** A thing meant by its number: 材料2 by the notice's own (`numbered`), 第二项 by that too where it is one's own (`item`), 第三步 by its place in what is gone through (`place`), 第三个 by either. Negative: from the end. */
export interface Count {
  readonly value: number
  readonly by: 'numbered' | 'item' | 'place' | 'either'
}

const LIST = `${NUMBER}(?:(?:[步项条题个样件份]?[和与跟及、至到-]+第?)${NUMBER})*`
const NUMBERED = new RegExp(`材料(${LIST})(?![步题])`, 'gu')
const NTH = new RegExp(`(?<!倒数)第(${LIST})(?:大|个)?([步题项条个样件份道种]?)`, 'gu')
const FROM_END = new RegExp(`倒数第(${NUMBER})[步题项条个样件份]?`, 'gu')
const LAST = /最末|最后(?:一|那|那一)?[个条项步道样类份件题种]|末一[个项步题]/u
const RANGE = /^[至到-]+第?$/u
const MOST = 20

/** The things that a normalised text counts out, in order: 材料2和3, 第二步, 第1到3题, 倒数第二个. A bare number counts nothing. */
export function readCounts(text: string): readonly Count[] {
  const of = (list: string, by: Count['by']): readonly Count[] => numbersIn(list).map((value) => ({ value, by }))
  return [
    ...[...text.matchAll(NUMBERED)].flatMap((m) => of(m[1] ?? '', 'numbered')),
    ...[...text.matchAll(NTH)].flatMap((m) => of(m[1] ?? '', BY[m[2] ?? ''] ?? 'either')),
    ...[...text.matchAll(FROM_END)].map((m): Count => ({ value: -(readNumber(m[1] ?? '') ?? 1), by: 'place' })),
    ...(LAST.test(text) ? [{ value: -1, by: 'place' } as const] : []),
  ]
}

// 项 and 条 are what notices count their materials in; 步 and 题 are steps of a walk-through.
const BY: Readonly<Record<string, Count['by']>> = {
  步: 'place',
  题: 'place',
  道: 'place',
  项: 'item',
  条: 'item',
}

function numbersIn(list: string): readonly number[] {
  const found = [...list.matchAll(new RegExp(NUMBER, 'gu'))]
  return found.flatMap((m, at) => {
    const value = readNumber(m[0]) ?? 0
    const before = found[at - 1]
    if (!before) return [value]
    const between = list.slice(before.index + before[0].length, m.index).replace(/[步项条题个样件份]/gu, '')
    const from = readNumber(before[0]) ?? 0
    if (!RANGE.test(between) || value - from > MOST) return [value]
    return Array.from({ length: Math.max(0, value - from) }, (_, n) => from + 1 + n)
  })
}
