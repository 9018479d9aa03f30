import type { Gazetteer } from '../../domain/gazetteer.ts'
import type { Pack } from '../../domain/pack.ts'
import { WALK_KINDS, type Walk } from '../../domain/walkthrough.ts'
import { currentStep, isSettled, openSteps, stepIdsOf } from '../../rules/walk-state.ts'
import { oncePer } from '../../text/once.ts'
import { walkCopy } from '../walk/walk-copy.ts'
import { doneBy, rolesNamed, titleOf } from '../walk/walk-pieces.ts'
import { nameOf } from '../walk/walk-turn.ts'
import { checklistTruths } from './checklist-truths.ts'
import { reminderTruths } from './reminder-truths.ts'
import { selfCheckTruths } from './self-check-truths.ts'
import type { TruthSources } from './truth-sources.ts'

/** Every sentence about walk-throughs, walk by walk, that holds in what is kept and not always. What names several things is read by `isListOfSteps`. */
export function walkTruths(sources: TruthSources): ReadonlySet<string> {
  const saved = sources.after?.saved ?? []
  return new Set([
    ...reminderTruths(sources),
    ...saved.flatMap((walk) => ofWalk(walk, sources)),
    ...(saved.length > 0 ? [walkCopy.saved(String(saved.length))] : [walkCopy.noneSaved]),
  ])
}

/** Whether a sentence of walk-throughs holds whatever is kept. */
export const holdsAlways = (text: string, { pack }: Pick<TruthSources, 'pack'>): boolean => always(pack).has(text)

const always = oncePer((pack: Pack): ReadonlySet<string> => {
  const { walkthroughs } = pack
  if (!walkthroughs) return new Set()
  return new Set([...fixedTexts(), ...ofKinds({ pack, walkthroughs }), ...matrixTruths({ pack, walkthroughs })])
})

// Sentences without gaps; those that say how things stand are said where they hold.
const CONDITIONAL = new Set<string>([
  walkCopy.noneSaved,
  walkCopy.noReminders,
  walkCopy.noVerdict,
  walkCopy.calendarOver,
  walkCopy.remindAllOver,
])
const fixedTexts = (): readonly string[] =>
  Object.values(walkCopy).flatMap((v) => (typeof v === 'string' && !CONDITIONAL.has(v) ? [v] : []))

type OfPack = Pick<TruthSources, 'pack' | 'walkthroughs'>

function ofKinds({ pack, walkthroughs }: OfPack): readonly string[] {
  const tracks = pack.tracks.map((t) => t.name).join('、')
  const ask = pack.regionRules.length > 0 ? walkCopy.askWhich : walkCopy.askTrack
  return WALK_KINDS.map((kind) => nameOf(kind, walkthroughs)).flatMap((name) => [
    ask(name, tracks),
    walkCopy.leaving(name),
    walkCopy.goOnPending(name),
    walkCopy.exported(name),
    walkCopy.restarted(name),
  ])
}

function ofWalk(walk: Walk, sources: TruthSources): readonly string[] {
  const { pack, walkthroughs, regions } = sources
  if (walk.notice !== pack.id || (walk.place !== undefined && !regions)) return []
  const name = nameOf(walk.kind, walkthroughs)
  const title = regions || walk.place === undefined ? titleOf(walk, pack, regions as Gazetteer) : ''
  const ids = stepIdsOf(walk, walkthroughs)
  const count = String(ids.length)
  const done = String(ids.filter((id) => isSettled(walk.marks[id])).length)
  const isChecklist = walk.kind === 'checklist'
  const track = pack.tracks.find((t) => t.id === walk.track)?.name ?? ''
  return [
    isChecklist ? walkCopy.beginChecklist(name, title, count) : walkCopy.beginSelfCheck(name, title, count),
    isChecklist ? walkCopy.progress(name, title, done, count) : walkCopy.progressQuestions(name, title, done, count),
    walkCopy.resumed(name, title),
    walkCopy.nowAt(name, title),
    walkCopy.savedLine(name, title, done, count),
    walkCopy.switched(track),
    ...(walk.place === undefined || !regions ? [] : [walkCopy.cannotSwitch(regions.get(walk.place).name, track)]),
    ...whereItStops(walk, name, sources),
    ...(walk.id === sources.after?.active?.id ? stepTruths(walk, title, sources) : []),
  ]
}

// Steps are told of the walk-through that the conversation is in.
const stepTruths = (walk: Walk, title: string, sources: TruthSources): readonly string[] =>
  walk.kind === 'checklist' ? checklistTruths(walk, sources) : selfCheckTruths(walk, title, sources)

function whereItStops(walk: Walk, name: string, { walkthroughs }: TruthSources): readonly string[] {
  const at = currentStep(walk, walkthroughs)
  const label =
    walkthroughs.checklist.items.find((i) => i.id === at)?.name ??
    walkthroughs.selfCheck.conditions.find((c) => c.id === at)?.label
  const isOver = openSteps(walk, walkthroughs).length === 0
  return [
    label === undefined ? walkCopy.goOnOpen(name) : walkCopy.goOn(name, label),
    ...(isOver ? [walkCopy.nothingLeft(name), walkCopy.nothingUnanswered(name)] : []),
  ]
}

function matrixTruths({ pack, walkthroughs }: OfPack): readonly string[] {
  return [
    walkCopy.matrix(pack.short),
    ...walkthroughs.checklist.items.map((item) => {
      const date = pack.dates.find((d) => d.id === item.date)
      const who = doneBy(item, pack)
      const to = item.to.length > 0 ? walkCopy.toWhom(rolesNamed(item.to, pack)) : ''
      const how = item.medium === undefined ? '' : walkCopy.medium(item.medium)
      const when = date ? walkCopy.byWhen(date.phrase) : ''
      return walkCopy.line(item.label, item.name, `${who === '' ? walkCopy.whoUnstated : who}${to}${how}${when}`)
    }),
  ]
}
