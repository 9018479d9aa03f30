import type { DocumentFormat } from '../../src/domain/walk-document.ts'
import type { JourneyTurn } from './read-journeys.ts'

/** A reply as any client sees it. */
export interface SeenReply {
  readonly text: string
  readonly outcome: string
  readonly suggestions: readonly string[]
  /** Clause ids that it cites. */
  readonly clauses: readonly string[]
  readonly formats: readonly DocumentFormat[]
  /** The text of a document that it hands over. */
  readonly open: (format: DocumentFormat) => Promise<string>
}

const LONGEST = 1_000
const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '')
const holds = (text: string, wanted: string): boolean => wanted.split('|').some((one) => bare(text).includes(bare(one)))
const related = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`)

/** What is wrong with a reply, one line each. */
export async function journeyFaults({ expect }: JourneyTurn, reply: SeenReply): Promise<readonly string[]> {
  const { 结果, 有, 没有, 建议, 条款, 文件, 文件里有, 日历里有 } = expect
  const document = 文件里有.length > 0 ? await reply.open('md') : ''
  // Lines of a calendar file are folded.
  const calendar = 日历里有.length > 0 ? (await reply.open('ics')).replace(/\r?\n[ \t]/gu, '') : ''
  return [
    ...(bare(reply.text) === '' || bare(reply.text).length > LONGEST ? [`${bare(reply.text).length} characters`] : []),
    ...(结果 && !结果.includes(reply.outcome as never) ? [`outcome ${reply.outcome}, expected ${结果.join('|')}`] : []),
    ...有.filter((t) => !holds(reply.text, t)).map((t) => `misses ${t}`),
    ...没有.filter((t) => holds(reply.text, t)).map((t) => `says ${t}`),
    ...建议.filter((t) => !reply.suggestions.includes(t)).map((t) => `does not suggest ${t}`),
    ...(条款.length > 0 && !条款.some((c) => reply.clauses.some((r) => related(c, r)))
      ? [`cites ${reply.clauses.join(',')}, none of ${条款.join(',')}`]
      : []),
    ...(文件 && [...文件].sort().join() !== [...reply.formats].sort().join()
      ? [`hands over ${reply.formats.join()}, expected ${文件.join()}`]
      : []),
    ...文件里有.filter((t) => !holds(document, t)).map((t) => `the document misses ${t}`),
    ...日历里有.filter((t) => !holds(calendar, t)).map((t) => `the calendar misses ${t}`),
  ]
}
