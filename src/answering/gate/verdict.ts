/** What the first words of an answer say to a yes/no question. */
export type Verdict = 'yes' | 'no' | 'partly'

const NUMBERED = /^\d+\. /u
const PARTLY = /^(?:不(?:完全|全|都)(?:是|对)|部分(?:是|对|正确))(?:的)?[，,。：:!！]/u
const NO = /^(?:不是|不对|不可以?|不能够?|不行|不需要|不用|不必|没有|否|错|并非|来不及|不正确)(?:的|了)?[，,。：:!！]/u
const YES = /^(?:是|对|可以?|能够?|行|需要|要|有|正确|没错|完全对|完全正确|来得及|好)(?:的)?[，,。：:!！]/u

/** The verdict that a text opens with; undefined when it opens with none. */
export function verdictOf(text: string): Verdict | undefined {
  const start = text.replace(NUMBERED, '')
  if (PARTLY.test(start)) return 'partly'
  if (NO.test(start)) return 'no'
  return YES.test(start) ? 'yes' : undefined
}

/** A text without the verdict it opens with. */
export const withoutVerdict = (text: string): string =>
  verdictOf(text) ? text.replace(NUMBERED, '').replace(/^[^，,。：:!！]+./u, '') : text
