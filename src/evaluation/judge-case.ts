import type { Answer } from '../domain/answer.ts'

/** What a reply to one turn of a case must be: acceptable outcomes, patterns that must and must not match, clauses of which one is cited. */
export interface Expectation {
  readonly outcome?: readonly string[]
  readonly all?: readonly string[]
  readonly none?: readonly string[]
  readonly cite?: readonly string[]
}

/** A conversation with expectations. `now` is a Beijing date; `group` joins wordings of one question. */
export interface Case {
  readonly id: string
  readonly category: string
  readonly group?: string
  readonly now?: string
  readonly turns: readonly { readonly say: string; readonly expect?: Expectation }[]
}

const LONGEST = 1000
const bare = (text: string): string => text.replace(/[\s\u200b-\u200f\u2060\ufeff]+/gu, '')
const related = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`)

/** What is wrong with an answer, one line each; empty when it meets the expectation. */
export function faultsOf(
  expect: Expectation,
  answer: Pick<Answer, 'text' | 'outcome' | 'citations'>,
): readonly string[] {
  const asItCame = bare(answer.text)
  const forms = [bare(answer.text.normalize('NFKC')), asItCame]
  const cited = answer.citations.map((c) => c.clause)
  const mustCite = (expect.cite?.length ?? 0) > 0 && ['answered', 'not_stated'].includes(answer.outcome)
  return [
    ...(asItCame === '' ? ['empty text'] : []),
    ...(asItCame.length > LONGEST ? [`${asItCame.length} characters`] : []),
    ...(expect.outcome && !expect.outcome.includes(answer.outcome)
      ? [`outcome ${answer.outcome}, expected ${expect.outcome.join('|')}`]
      : []),
    ...(expect.all ?? []).filter((p) => !forms.some((f) => new RegExp(p, 'u').test(f))).map((p) => `missing /${p}/`),
    ...(expect.none ?? []).filter((p) => new RegExp(p, 'u').test(asItCame)).map((p) => `forbidden /${p}/`),
    ...(mustCite && !expect.cite?.some((c) => cited.some((r) => related(c, r)))
      ? [`cites ${cited.join(',')}, none of ${expect.cite?.join(',')}`]
      : []),
  ]
}
