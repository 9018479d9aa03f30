import type { Token } from './tokens.ts'

const DOER = /(?:由|经|被)$/u
const RECEIVER = /(?:报送|上报|提交|报|向|给|交|寄|送)(?:给|至|到)?$/u
const DENIED = /(?:不是|并非|没有|不|没)$/u

interface Sentence {
  readonly text: string
}

/**
 * Whether a word has another part in one sentence than in the other: 由省局编制 is not supported by 报省局, nor 必须 by
 * 不是必须.
 */
export function isTurned(ours: Token, our: Sentence, theirs: Token, their: Sentence): boolean {
  const [here, there] = [our.text.slice(0, ours.start), their.text.slice(0, theirs.start)]
  if (ours.kind === 'modal') return DENIED.test(here) !== DENIED.test(there)
  if (ours.kind !== 'body') return false
  return (DOER.test(here) && RECEIVER.test(there)) || (RECEIVER.test(here) && DOER.test(there))
}
