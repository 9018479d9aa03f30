import type { Frame } from '../../understanding/frame.ts'

/** A question about places that is answered by yes or no, though no word of it says so. */
export function asPolar(frame: Frame): Frame {
  if (frame.polar || frame.marks.has('interrogative') || frame.marks.has('choice')) return frame
  return AGAIN.test(frame.text) || STATED.test(frame.text) ? { ...frame, polar: true } : frame
}
// 宝鸡在附件1那份里不在, 浦东已经是示范城市了?: a verb said again with a no, or a statement with a question mark.
const AGAIN = /([在算是能行有归属够上进]).{0,10}[不没]\1?[?]*$/u
const STATED = /[是在算归属能有已入上进走跟按].*(?<!呢)[?]$/u
