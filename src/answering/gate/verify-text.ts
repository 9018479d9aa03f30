import type { Answer } from '../../domain/answer.ts'
import type { Fact } from '../../domain/fact.ts'
import type { IsoDate } from '../../domain/notice.ts'
import type { Pack } from '../../domain/pack.ts'
import { skeleton } from '../../text/normalise.ts'
import { copy } from '../copy.ts'
import { isStated, recompute } from './computed-sentences.ts'
import type { Known, KnownSentences } from './known-sentences.ts'
import { isTrueOfPlace, type Places } from './place-sentences.ts'
import { linesOf, sentencesOf } from './sentences.ts'
import type { KeptWalks } from './truth-sources.ts'
import { isOfWalk } from './walk-sentences.ts'
import { isTrueOfWording } from './wording-sentences.ts'

/** What one text is verified against, and what its earlier lines have told. */
export interface Reading {
  readonly answer: Answer
  readonly question: string
  readonly pack: Pack
  readonly known: KnownSentences
  readonly places?: Places
  readonly kept?: KeptWalks
  today?: IsoDate
  part: number
}

/** A sentence that is no verified sentence: as written, and without the words that only open it. */
export interface Doubt {
  readonly sentence: string
  readonly rest: string
}

/** Whether a line claims to name sources: it may name those of the answer only, so it is never read as a sentence. */
export const namesSources = (line: string): boolean => line.startsWith(BASIS)

/** The sentences of a text that are not word for word verified ones. */
export function doubtsOf(text: string, reading: Reading): readonly Doubt[] {
  const doubts: Doubt[] = []
  for (const written of linesOf(text)) {
    if (verify(written, reading) === undefined) continue
    const line = withoutNumber(written, reading)
    // A part that is a quote leaves only its number.
    if (line === '' || (line !== written && verify(line, reading) === undefined)) continue
    for (const sentence of sentencesOf(line)) {
      const rest = verify(sentence, reading)
      if (rest !== undefined) doubts.push({ sentence, rest })
    }
  }
  return doubts
}

// Undefined: verified. Otherwise what is left to be judged once the opening words are off.
function verify(text: string, reading: Reading): string | undefined {
  if (isBasis(text, reading) || isVerified(text, reading, undefined)) return undefined
  const bare = withoutVerdict(text, reading)
  const { rest, track } = withoutTrack(bare, reading.pack)
  return rest === '' || (rest !== text && isVerified(rest, reading, track)) ? undefined : bare
}

function isVerified(text: string, reading: Reading, track: string | undefined): boolean {
  const known = reading.known.exact.get(text)
  if (known) return isCited(known, reading, track)
  if (track !== undefined) return false
  return (
    isComputed(text, reading) ||
    reading.known.templates.some(({ pattern }) => fits(pattern.exec(text), reading)) ||
    isOfWalk(text, reading.answer, { ...reading, regions: reading.places?.regions }) ||
    isOfPlace(text, reading)
  )
}

// A sentence of the pack still needs its clause beside it, and a track named before it must be its own.
function isCited({ facts, related }: Known, { answer }: Reading, track: string | undefined): boolean {
  if (facts.length === 0 && related.length === 0) return track === undefined
  const isThere = (clause: string): boolean => answer.citations.some((c) => c.clause === clause)
  const ofTrack = (fact: Fact): boolean => track === undefined || fact.tracks.includes(track)
  return related.some(isThere) || facts.some((f) => ofTrack(f) && f.cites.some((c) => isThere(c.clause)))
}

const OF_PLACES: ReadonlySet<string> = new Set(['region', 'table'])
const isOfPlace = (text: string, { answer, question, pack, places }: Reading): boolean =>
  answer.pieces.some((p) => OF_PLACES.has(p.computation?.rule ?? '')) && isTrueOfPlace(text, question, pack, places)

function isComputed(text: string, reading: Reading): boolean {
  if (!reading.answer.pieces.some((p) => p.computation)) return false
  if (isTrueOfWording(text, reading.pack)) return true
  const computed = recompute(text, reading.today, reading.known.days)
  if (!computed || !isStated(text, reading.answer)) return false
  reading.today ??= computed.today
  return true
}

// A gap holds a value of the pack, several of them, or the user's own words.
function fits(match: RegExpExecArray | null, reading: Reading): boolean {
  return (
    match
      ?.slice(1)
      .every((value) => reading.known.values.has(value) || isListed(value, reading) || isEcho(value, reading)) ?? false
  )
}

function isListed(value: string, { known }: Reading): boolean {
  const listed = value.split(/[、“”]+/u).filter((one) => one !== '')
  return new Set(listed).size === listed.length && listed.every((one) => known.values.has(one))
}

function isEcho(value: string, { question }: Reading): boolean {
  const asked = skeleton(question)
  return value.split('、').every((word) => skeleton(word) !== '' && asked.includes(skeleton(word)))
}

const BASIS = copy.basis('')
const MORE = ' 等'

// All labels in the order in which the answer cites, or the first of them and a word that says so.
function isBasis(line: string, { answer }: Reading): boolean {
  if (!line.startsWith(BASIS)) return false
  const named = line.endsWith(MORE) ? line.slice(BASIS.length, -MORE.length) : line.slice(BASIS.length)
  const labels = [...new Set(answer.citations.map((c) => c.label))]
  const claimed = named.split('；')
  return (
    claimed.every((label, at) => label === labels[at]) &&
    (named.length < line.length - BASIS.length || claimed.length === labels.length)
  )
}

function withoutNumber(line: string, reading: Reading): string {
  const numbered = /^(\d+)\.(?: |$)/u.exec(line)
  return numbered && isNextPart(Number(numbered[1]), reading) ? line.slice(numbered[0].length) : line
}

// Parts are numbered upwards; one whose sentences were all said before is left out.
function isNextPart(part: number, reading: Reading): boolean {
  const { pieces } = reading.answer
  const isThere = (n: number): boolean => pieces.some((p) => p.text.startsWith(copy.part(n)))
  const skipped = Array.from({ length: Math.max(0, part - reading.part - 1) }, (_, n) => reading.part + 1 + n)
  if (part <= reading.part || !isThere(part) || skipped.some(isThere) || skipped.length > reading.part) return false
  reading.part = part
  return true
}

function withoutVerdict(text: string, reading: Reading): string {
  const opening = reading.known.openings
    .filter((o) => text.startsWith(o))
    .reduce<string | undefined>((longest, o) => (o.length > (longest?.length ?? 0) ? o : longest), undefined)
  if (opening === undefined || !reading.answer.pieces.some((p) => opens(p.text, opening))) return text
  return withoutVerdict(text.slice(opening.length), reading)
}

// An opening that no piece has is an invention, be it a verdict of the right form.
function opens(text: string, opening: string): boolean {
  const at = text.indexOf(opening)
  return at === 0 || (at > 0 && /[\s。！？：，]/u.test(text[at - 1] ?? ''))
}

interface Tracked {
  readonly rest: string
  readonly track?: string
}

function withoutTrack(text: string, pack: Pack): Tracked {
  const track = pack.tracks.find((t) => text.startsWith(copy.track(t.name)))
  return track ? { rest: text.slice(copy.track(track.name).length), track: track.id } : { rest: text }
}
