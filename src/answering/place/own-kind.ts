import type { Piece } from '../../domain/answer.ts'
import type { Fact } from '../../domain/fact.ts'
import type { TrackId } from '../../domain/notice.ts'
import type { Pack } from '../../domain/pack.ts'
import type { Frame } from '../../understanding/frame.ts'
import { readFrameOnce } from '../../understanding/frame-memo.ts'
import { isSpoken } from '../../understanding/topics.ts'
import { unrepeated } from '../cite.ts'
import { copy } from '../copy.ts'
import type { Draft, Part } from '../draft.ts'
import { focusAfter } from '../focus-after.ts'
import { sayFact } from '../say-facts.ts'
import { answerPlace } from './answer-place.ts'
import { asksWhichTrack } from './may-apply.ts'
import { ruleFor } from './name-region.ts'
import { OWN } from './own-place.ts'
import { placeCopy } from './place-copy.ts'
import { NOTICED } from './place-question.ts'

// A question whether the person's own 区, 县 or 市, which is not named, may apply or where it belongs.
interface OwnKind {
  /** The ending that its name must have. */
  readonly ending: string
  readonly frame: Frame
  /** Tracks that the question names. */
  readonly tracks: readonly TrackId[]
}

const MOST = 30

/** Answers a question about the person's own place that no name tells: for the one last spoken of, or for each kind that it can be; undefined when anything else is asked. */
export function answerOwn(frame: Frame, draft: Draft): Part | undefined {
  const own = draft.places.length === 0 ? readOwnKind(frame, draft) : undefined
  if (!own) return undefined
  const last = draft.focus?.place?.code
  if (last !== undefined && draft.regions.get(last).name.endsWith(own.ending))
    return answerPlace({ is: 'place', asks: 'level', places: [], frame }, draft)
  return answerOwnKind(own, draft)
}

function readOwnKind(frame: Frame, draft: Draft): OwnKind | undefined {
  const { pack, lexicon } = draft.reader
  const [phrase, ending = ''] = OWN.exec(frame.text) ?? []
  if (phrase === undefined || frame.text.length > MOST || factsOf(ending, draft).length === 0) return undefined
  // 我们县 names no track by itself.
  const rest = readFrameOnce(frame.text.replace(phrase, OWN_SELF), pack, lexicon)
  const asksCan = rest.polar && rest.marks.has('asks-can') && !rest.negated && !rest.claim
  if (!isPlain(rest, pack) || !(asksCan || asksWhichTrack(rest, pack))) return undefined
  return { ending, frame, tracks: asksCan && rest.tracks.length === 1 ? rest.tracks : [] }
}
const OWN_SELF = '我们'

// Nothing but whether or where to apply: no bodies, days, media, other stages, and no kind of place that decides it (我区是计划单列市的区).
function isPlain(rest: Frame, pack: Pack): boolean {
  const kinds = new Set(pack.regionRules.flatMap((r) => pack.facts.find((f) => f.id === r.fact)?.topics ?? []))
  const topics = rest.topics.filter((t) => t.weight >= NOTICED && isSpoken(t)).map((t) => t.id)
  const others = [rest.unexplained, rest.media, rest.dates, rest.bodies, rest.ranks, rest.quantities]
  return (
    others.every((found) => found.length === 0) &&
    rest.stages.every((s) => s === pack.defaultStage) &&
    rest.aspects.every((a) => a === 'what') &&
    topics.every((id) => (pack.applyTopics.has(id) || pack.regionTopics.has(id)) && !kinds.has(id))
  )
}

function answerOwnKind({ ending, frame, tracks }: OwnKind, draft: Draft): Part {
  const { pack } = draft.reader
  const facts = factsOf(ending, draft)
  const own = pack.tracks.map((t) => t.id).filter((t) => facts.some((f) => f.values.track?.includes(t)))
  const isNone = tracks.length > 0 && !tracks.some((t) => own.includes(t))
  const conditions = pack.tables
    .filter((t) => t.basis === 'attached' && t.kind === 'list' && own.includes(t.track))
    .filter((t) => tracks.length === 0 || tracks.includes(t.track))
    .map((t) => pack.facts.find((f) => f.id === t.fact))
    .filter((f) => f !== undefined)
  const said = [...facts, ...conditions].map((f) => sayFact(f, facts, draft))
  return {
    outcome: 'answered',
    understood: true,
    pieces: [
      ...verdictOn(ending, isNone, own.length === 1 || tracks.length === 0, frame),
      ...said,
      computed(placeCopy.nameIt(ending)),
    ],
    citations: unrepeated(said.flatMap((p) => p.citations)),
    focus: focusAfter(frame, facts, draft),
  }
}

function verdictOn(ending: string, isNone: boolean, isSure: boolean, { polar }: Frame): readonly Piece[] {
  if (!polar) return []
  if (isNone) return [{ kind: 'copy', text: copy.verdict.wrong.can, citations: [] }]
  return isSure
    ? [{ kind: 'copy', text: copy.verdict.conditional, citations: [] }]
    : [computed(placeCopy.whichKind(ending))]
}

const computed = (text: string): Piece => ({
  kind: 'computed',
  text,
  citations: [],
  computation: { rule: 'region', states: [] },
})

// The kinds of which there are many; 林区 and 特区 are one each and have their own words.
const FEW = 5
function factsOf(ending: string, { reader: { pack }, regions }: Draft): readonly Fact[] {
  const counts = new Map<string, number>()
  for (const { name, type } of regions.all) if (name.endsWith(ending)) counts.set(type, (counts.get(type) ?? 0) + 1)
  const common = [...counts].filter(([, count]) => count > FEW).sort(([, one], [, other]) => other - one)
  const ids = new Set(common.map(([type]) => ruleFor(type, pack)?.fact))
  return [...ids].map((id) => pack.facts.find((f) => f.id === id)).filter((f) => f !== undefined)
}
