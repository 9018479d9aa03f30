import type { Fact } from '../domain/fact.ts'
import type { Frame } from '../understanding/frame.ts'
import type { Reader } from '../understanding/read-message.ts'
import { isSpoken } from '../understanding/topics.ts'
import type { Evidence } from './choose-evidence.ts'

// The shared concepts of the notice itself, and of what is not said of the documents that it names.
const NOTICE = 'notice'
const OTHER_DOCUMENT = 'other-document'
// Their names are said.
const NAME = 'doc-title'
const BARE = 8

/** 它俩文号多少, after documents that the notice names: what is said of the notice's own number and date is not said of theirs. */
export function otherDocument(frame: Frame, shown: readonly Fact[], { pack, weights }: Reader): Evidence | undefined {
  const [fact] = shown
  const silence = pack.silences.find((s) => s.topics.includes(OTHER_DOCUMENT))
  const named = frame.topics.filter((t) => isSpoken(t) && !pack.concepts.get(t.id)?.generic)
  const pointed = frame.pointsBack || frame.text.length <= BARE
  if (!silence || !fact?.say.includes('《') || !pointed || named.length === 0) return undefined
  const ofNotice = (id: string): boolean =>
    weights.about(id).some((e) => e.is === 'fact' && e.fact.also.includes(NOTICE) && isHead(e.fact))
  const saysNotice = frame.topics.some((t) => t.id === NOTICE && isSpoken(t))
  if (saysNotice || isHead(fact) || !named.every((t) => t.id !== NAME && ofNotice(t.id))) return undefined
  return { is: 'silence', silence, near: [fact], facts: [], score: 1 }
}

const isHead = (fact: Fact): boolean => fact.cites.every((c) => c.clause === 'title')
