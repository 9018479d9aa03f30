import type { Answer } from '../../domain/answer.ts'
import type { Gazetteer } from '../../domain/gazetteer.ts'
import type { Pack } from '../../domain/pack.ts'
import type { Walk } from '../../domain/walkthrough.ts'
import { activeWalk, missingBefore } from '../../rules/walk-state.ts'
import { skeleton } from '../../text/normalise.ts'
import { walkCopy } from '../walk/walk-copy.ts'
import { itemTitle } from '../walk/walk-pieces.ts'
import { statusText } from './checklist-truths.ts'
import { GAP, gapsIn } from './gaps.ts'
import type { KeptWalks, TruthSources } from './truth-sources.ts'
import { holdsAlways, walkTruths } from './walk-truths.ts'

/** What a line of a walk-through is held against. */
export interface WalkEvidence {
  readonly pack: Pack
  readonly regions?: Gazetteer
  readonly kept?: KeptWalks
  readonly question: string
}

/** Whether a line of a walk-through is true: worked out again from the pack and from what is kept of the person. */
export function isOfWalk(text: string, answer: Answer, evidence: WalkEvidence): boolean {
  const { pack, kept } = evidence
  const { walkthroughs } = pack
  if (!walkthroughs || !kept || !answer.pieces.some((p) => p.computation?.rule === RULE)) return false
  const sources = { ...kept, pack, walkthroughs, regions: evidence.regions }
  return (
    holdsAlways(text, sources) ||
    truthsOf(sources).has(text) ||
    isEcho(text, evidence.question, sources) ||
    isListOfSteps(text, sources)
  )
}
const RULE = 'walk'

// One turn asks for each of its lines.
const made = new WeakMap<object, { readonly key: KeptWalks['before']; readonly truths: ReadonlySet<string> }>()
function truthsOf(sources: TruthSources): ReadonlySet<string> {
  const key = sources.after
  const known = key && made.get(key)
  if (known && known.key === sources.before) return known.truths
  const truths = walkTruths(sources)
  if (key) made.set(key, { key: sources.before, truths })
  return truths
}

// What names places does so in the person's own words.
function isEcho(text: string, question: string, { walkthroughs }: TruthSources): boolean {
  const asked = skeleton(question)
  const isSaid = (names: string): boolean => names.split('、').every((n) => n !== '' && asked.includes(skeleton(n)))
  const kinds = [walkthroughs.checklist.name, walkthroughs.selfCheck.name]
  return (
    gapsIn(text, walkCopy.othersLater(GAP))?.every(isSaid) === true ||
    kinds.some((kind) => {
      const places = gapsIn(text, walkCopy.noneThere(GAP, kind))
      return places?.every((p) => isSaid(p) && p === places[0]) === true
    })
  )
}

function isListOfSteps(text: string, sources: TruthSources): boolean {
  const { walkthroughs, after } = sources
  const walk = after && activeWalk(after)
  if (!walk) return false
  const { items } = walkthroughs.checklist
  const titled = items.map((i) => ({ title: itemTitle(i), status: statusText(walk.marks[i.id]?.is) }))
  const titles = titled.map((t) => t.title)
  const labels = walkthroughs.selfCheck.conditions.filter((c) => c.track === walk.track).map((c) => c.label)
  const early = items.filter((i) => walk.marks[i.id]?.is === 'done').flatMap((i) => missing(walk, i.id, sources))
  const lists = [
    ...Object.values(walkCopy.status).flatMap((status) =>
      [walkCopy.notedOne, walkCopy.notedMany].map((make) => ({
        form: make(GAP, status),
        of: titled.filter((t) => t.status === status).map((t) => t.title),
      })),
    ),
    { form: walkCopy.unclear(GAP), of: titles },
    { form: walkCopy.early(GAP), of: early },
    { form: walkCopy.unreadReply(GAP), of: labels },
  ]
  const pair = gapsIn(text, walkCopy.whichStep(GAP, GAP))
  if (pair && pair[0] !== pair[1] && pair.every((one) => titles.includes(one))) return true
  return lists.some(({ form, of }) => gapsIn(text, form)?.every((gap) => isJoined(gap, of)) === true)
}

const missing = (walk: Walk, id: string, { walkthroughs }: TruthSources): readonly string[] => {
  const item = walkthroughs.checklist.items.find((i) => i.id === id)
  return item ? missingBefore(walk, item, walkthroughs).map((i) => i.name) : []
}

// Names may hold the mark that joins them.
function isJoined(list: string, of: readonly string[]): boolean {
  return of.some((one) => {
    const rest = list.slice(one.length + 1)
    if (list === one) return true
    return (
      list.startsWith(`${one}、`) &&
      isJoined(
        rest,
        of.filter((o) => o !== one),
      )
    )
  })
}
