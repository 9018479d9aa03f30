import type { Answer } from '../domain/answer.ts'
import type { Focus } from '../domain/conversation.ts'
import type { Fact } from '../domain/fact.ts'
import type { Gazetteer } from '../domain/gazetteer.ts'
import type { IsoDate } from '../domain/notice.ts'
import type { Tables } from '../domain/table.ts'
import type { WalkMemory } from '../domain/walkthrough.ts'
import type { PassageSearch } from '../retrieval/passage-search.ts'
import { normalise } from '../text/normalise.ts'
import { oncePer } from '../text/once.ts'
import { recall } from '../text/recall.ts'
import { asSpokenOf, carryFocus } from '../understanding/carry-focus.ts'
import type { Frame } from '../understanding/frame.ts'
import { maskPlaces } from '../understanding/mask-places.ts'
import { namesItself } from '../understanding/names-itself.ts'
import { type Reader, readMessage, readWide } from '../understanding/read-message.ts'
import type { Evidence } from './choose-evidence.ts'
import { composePart } from './compose-part.ts'
import { copy } from './copy.ts'
import type { Draft, Part, Starter } from './draft.ts'
import { isBareWhen, isOfDailyLife } from './elliptic.ts'
import { findEvidence, spokenDate } from './find-evidence.ts'
import { joinParts } from './join-parts.ts'
import { answerPlace } from './place/answer-place.ts'
import { picks } from './place/leans-on.ts'
import { answerOwn } from './place/own-kind.ts'
import { ownPlace } from './place/own-place.ts'
import type { PlaceQuestion } from './place/place-question.ts'
import { placesNamed } from './place/places-named.ts'
import { isPlaceQuestion, readPlaceQuestions } from './place/read-place-questions.ts'
import { plain, smallTalk } from './small-talk.ts'
import { asksTime, isOfDate, onRelativeDay } from './tell-time.ts'
import { walkThrough } from './walk/walk-through.ts'

/** What answering needs besides the message: one object, made once for a pack. */
export interface Knowledge {
  readonly reader: Reader
  readonly passages: PassageSearch
  readonly starters: readonly Starter[]
  readonly regions: Gazetteer
  /** The tables as they are at this moment. */
  readonly tables: () => Tables
}

/** What is known of the person who asks: what the conversation is about, and their walk-throughs. */
export interface Asking {
  readonly focus?: Focus
  readonly walks?: WalkMemory
  /** Makes an unguessable id for what is begun. */
  readonly newId?: () => string
}

/** One turn's answer and what is known afterwards. */
export interface Answered {
  readonly answer: Answer
  readonly focus?: Focus
  readonly walks?: WalkMemory
}

// In characters: beyond this a message without a recognised question is sent back to be shortened.
const LONGEST_MESSAGE = 4_000

/** Answers one message: a step of a walk-through where the person is in one, otherwise from the notice. */
export function answerMessage(text: string, day: IsoDate, asking: Asking, knowledge: Knowledge): Answered {
  const read = (written: string): Draft => openDraft(written, day, asking.focus, knowledge)
  return walkThrough(read(text), asking, { answer: answerQuestion, reread: read })
}

function openDraft(text: string, day: IsoDate, focus: Focus | undefined, knowledge: Knowledge): Draft {
  const { reader, passages, starters, regions } = knowledge
  const read = recalled(knowledge)(text)
  const own = read.places.length > 0 ? [] : ownPlace(normalise(text), focus?.place, regions)
  const held = own.length > 0 ? { places: own, unnamed: readMessage(maskPlaces(normalise(text), own), reader) } : {}
  return { text, day, reader, passages, starters, regions, tables: knowledge.tables(), focus, ...read, ...held }
}

// What a text says depends on itself and the pack only, and people ask the same things.
const recalled = oncePer((knowledge: Pick<Knowledge, 'reader' | 'regions'>) =>
  recall((text) => readDraft(text, knowledge)),
)

// Reads a message: its questions, the places it names, and its questions without them.
function readDraft(text: string, knowledge: Pick<Knowledge, 'reader' | 'regions'>) {
  const frames = readMessage(text, knowledge.reader)
  const places = placesNamed(normalise(text), knowledge)
  const unnamed = places.length > 0 ? readMessage(maskPlaces(normalise(text), places), knowledge.reader) : frames
  return { frames, places, unnamed }
}

/** Answers a message from the notice: finds evidence for each of its questions, composes and joins the parts. */
function answerQuestion(draft: Draft): Answered {
  const { text, focus, frames, unnamed, places, reader, regions } = draft
  // 河南省试点县: the name of a place makes nothing another programme's.
  const isPick = places.length === 0 && picks(normalise(text), undefined, { focus, regions })
  const talk = isPick
    ? undefined
    : smallTalk(unnamed, focus !== undefined, frames.map((f) => f.text).join(''), reader.pack)
  if (talk) return { answer: talk, focus }
  const parts = answerParts(readPlaceQuestions(draft) ?? frames, draft)
  if (text.length > LONGEST_MESSAGE && !parts.some((p) => p.understood))
    return { answer: plain('clarify', copy.tooLong), focus }
  const useful = parts.filter((p) => p.outcome !== 'out_of_scope')
  const after = parts.at(-1)?.focus ?? focus
  // The place stays what is talked about until another is named.
  const place = parts.map((p) => p.focus?.place).findLast((p) => p !== undefined) ?? focus?.place
  return {
    answer: joinParts(useful.length > 0 ? useful : parts.slice(0, 1), draft),
    focus: after && place ? { ...after, place } : after,
  }
}

function answerParts(questions: readonly (PlaceQuestion | Frame)[], draft: Draft): readonly Part[] {
  const parts: Part[] = []
  let { focus } = draft
  for (const question of questions) {
    const now = { ...draft, focus, goesOn: parts.length > 0 }
    const part = isPlaceQuestion(question)
      ? answerPlace(question, now)
      : (answerOwn(question, now) ?? answerOnceMore(question, now))
    parts.push(part)
    focus = part.focus ?? focus
  }
  return parts
}

// A wrong syllable is forgiven only when nothing was understood without it, in the whole or in one of its clauses.
function answerOnceMore(frame: Frame, draft: Draft): Part {
  const part = answerPart(frame, draft)
  if (part.understood && !frame.dark) return part
  const plainly = part.understood ? part : answerPart(frame, { ...draft, resembles: PLAINLY })
  if (!part.understood && plainly.understood) return plainly
  // 往哪个方向转 after another question: it names nothing that could be misspelt.
  if (draft.goesOn && frame.topics.length === 0) return part
  if (isOfDailyLife(frame) && draft.focus === undefined) return outOfScope(draft)
  const wide = unlessVague(answerPart(readWide(frame, draft.reader), draft), frame)
  if (part.understood || wide.understood) return wide.understood ? wide : part
  const faintly = answerPart(frame, { ...draft, resembles: 0 })
  return faintly.understood ? faintly : part
}

// 给发块牌子不: a yes or no is not owed to what merely sounds like something of the notice.
const unlessVague = (part: Part, frame: Frame): Part =>
  frame.topics.length === 0 && part.pieces[0]?.text === copy.verdict.unclear ? { ...part, understood: false } : part
// From this share on a question is in words that belong to what it resembles, and no slip of the keyboard.
const PLAINLY = 0.4

function answerPart(given: Frame, draft: Draft): Part {
  const read = asSpokenOf(given, draft.focus, draft.reader)
  const { frame, evidence } = evidenceFor(read, draft)
  if (isForeign(frame, read, evidence, draft)) return outOfScope(draft)
  return composePart(evidence.read ?? frame, evidence, draft)
}

// A further question of one message leans on the one before only where it has no full answer of its own.
function evidenceFor(read: Frame, draft: Draft): { readonly frame: Frame; readonly evidence: Evidence } {
  const frame = onRelativeDay(carryFocus(read, draft.focus, draft.reader), draft.day)
  const namesMore = read.topics.length > 0 && (!asksTime(read) || namesItself(read, draft.reader))
  const goesOnDate = draft.goesOn && isBareWhen(read, draft.reader) ? spokenDate(frame, draft) : undefined
  if (goesOnDate) return { frame, evidence: goesOnDate }
  if (draft.goesOn && !frame.pointsBack && namesMore) {
    const alone = findEvidence(read, { ...draft, focus: undefined })
    const states = (f: Fact): boolean =>
      asksTime(read)
        ? f.values.date !== undefined
        : read.aspects.some((a) => f.aspects.includes(a)) && read.topics.some((t) => t.id === f.topics[0])
    if (alone.is === 'facts' && alone.facts.some(states)) return { frame: read, evidence: alone }
  }
  const evidence = findEvidence(frame, draft)
  // 示范呢: what was asked last of one stage may be nothing that the other one has; then it is told what is.
  const carried = read.aspects.length === 0 && frame.aspects.length > 0
  if (evidence.is !== 'nothing' || !carried) return { frame, evidence }
  const free = { ...frame, aspects: [] }
  return { frame: free, evidence: findEvidence(free, draft) }
}

// Words that any notice has, beside nouns that none of it explains, are about something else.
function isForeign(frame: Frame, read: Frame, evidence: Evidence, draft: Draft): boolean {
  if (evidence.is !== 'nothing' && (draft.focus !== undefined || read.unexplained.length < MANY_FOREIGN)) return false
  if (frame.domain === 'none') return !isOfDate(read, draft.reader.pack)
  // Its words resemble something of the notice, whatever else they are.
  if (evidence.is !== 'nothing' && evidence.read) return false
  if (frame.domain === 'own' || frame.topics.some((t) => t.id === NOTICE)) return false
  if (read.unexplained.length >= MANY_FOREIGN && draft.focus === undefined) return true
  return (
    read.unexplained.length > 0 &&
    (read.talk.has('elsewhere') || (!namesItself(read, draft.reader) && draft.focus === undefined))
  )
}
const MANY_FOREIGN = 2
// The shared concept by which people name the notice itself.
const NOTICE = 'notice'

function outOfScope({ reader: { pack }, focus }: Draft): Part {
  return {
    outcome: 'out_of_scope',
    understood: false,
    pieces: [{ kind: 'copy', text: copy.outOfScope(pack.short, pack.covers.join('、')), citations: [] }],
    citations: [],
    focus,
  }
}
