import type { Answer } from '../../domain/answer.ts'
import type { Pack } from '../../domain/pack.ts'
import { walkCopy } from '../walk/walk-copy.ts'
import { copySentences } from './copy-sentences.ts'

/** Whether a line of a walk-through is one of its sentences, each gap filled by the pack, by what is kept, or by a number that is stated. */
export function isOfWalk(text: string, answer: Answer, pack: Pack): boolean {
  const states = answer.pieces.flatMap((p) => (p.computation?.rule === RULE ? p.computation.states : []))
  if (!pack.walkthroughs || !answer.pieces.some((p) => p.computation?.rule === RULE)) return false
  const { fixed, templates } = sentencesOf()
  if (fixed.has(text)) return true
  // What a person said may hold any mark: it is taken out whole before the sentence is read.
  const long = states.filter((s) => s.length > LONG).sort((a, b) => b.length - a.length)
  const bare = long.reduce((rest, state) => rest.replaceAll(state, TAKEN), text)
  const values = valuesOf(pack)
  const isOne = (value: string): boolean => value === TAKEN || values.has(value) || states.includes(value)
  const isKnown = (value: string): boolean => isOne(value) || value.split('、').every(isOne)
  return [text, bare].some((one) => templates.some((t) => t.exec(one)?.slice(1).every(isKnown) ?? false))
}
const RULE = 'walk'
const LONG = 6
const TAKEN = '\u0002'

let made: { readonly fixed: ReadonlySet<string>; readonly templates: readonly RegExp[] } | undefined
function sentencesOf(): NonNullable<typeof made> {
  if (made) return made
  const { fixed, openings, templates } = copySentences({}, walkCopy, 1)
  made = { fixed: new Set([...fixed, ...openings]), templates: templates.map((t) => t.pattern) }
  return made
}

const known = new WeakMap<Pack, ReadonlySet<string>>()
function valuesOf(pack: Pack): ReadonlySet<string> {
  const before = known.get(pack)
  if (before) return before
  const { checklist, selfCheck, parts } = pack.walkthroughs ?? { parts: [] }
  const values = new Set(
    [
      '',
      pack.short,
      ...parts.map((p) => p.name),
      ...[checklist?.name, selfCheck?.name].filter((n) => n !== undefined),
      ...(checklist?.items ?? []).flatMap((i) => [i.label, i.name, i.medium ?? '']),
      ...(selfCheck?.conditions ?? []).flatMap((c) => [c.label, c.ask, ...c.prepare]),
      ...(selfCheck?.contradictions ?? []).map((c) => c.say),
      ...[...pack.tracks, ...pack.roles, ...pack.dates].map((one) => one.name),
      ...pack.dates.map((d) => d.phrase),
      ...Object.values(walkCopy.status),
      ...Object.values(walkCopy.reply),
      walkCopy.unanswered,
      walkCopy.anyPlace,
    ].filter((v) => v !== undefined),
  )
  known.set(pack, values)
  return values
}
