import type { Pack } from '../domain/pack.ts'
import { oncePer } from '../text/once.ts'
import type { Leniency } from './find-mentions.ts'
import type { Frame } from './frame.ts'
import type { Lexicon } from './lexicon.ts'
import { readFrame } from './read-frame.ts'

const MOST = 2_000
const LONGEST = 120

// A frame depends on the text and the pack only, and people ask the same things: suggested questions come word for word.
const memoOf = oncePer((_: Lexicon) => new Map<string, Frame>())

/** `readFrame` that remembers the last 2,000 short texts of a lexicon; the oldest is forgotten first. */
export function readFrameOnce(text: string, pack: Pack, lexicon: Lexicon, leniency: Leniency = 'close'): Frame {
  if (text.length > LONGEST) return readFrame(text, pack, lexicon, leniency)
  const memo = memoOf(lexicon)
  const key = `${leniency} ${text}`
  const known = memo.get(key)
  if (known) return known
  const frame = readFrame(text, pack, lexicon, leniency)
  memo.set(key, frame)
  if (memo.size > MOST) memo.delete(memo.keys().next().value ?? '')
  return frame
}
