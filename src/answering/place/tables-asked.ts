import type { TableSpec } from '../../domain/table.ts'
import type { Frame } from '../../understanding/frame.ts'
import type { Draft } from '../draft.ts'
import type { PlaceQuestion } from './place-question.ts'

/** The tables that a question names, by itself, by its stage or by its track; else those of the place's track. */
export function tablesAsked(
  frame: Frame,
  asks: PlaceQuestion['asks'],
  track: string | undefined,
  draft: Draft,
): readonly TableSpec[] {
  const own = candidates(frame, asks, draft)
  const named = frame.topics.map((t) => t.id)
  const shared = new Set(own.flatMap((t) => t.topics).filter((id, at, all) => all.indexOf(id) !== at))
  const byOwnName = own.filter((t) => t.topics.some((id) => named.includes(id) && !shared.has(id)))
  const byName = byOwnName.length > 0 ? byOwnName : own.filter((t) => t.topics.some((id) => named.includes(id)))
  const byTrack = own.filter((t) => frame.tracks.includes(t.track))
  const both = byName.filter((t) => byTrack.length === 0 || byTrack.includes(t))
  if (both.length > 0 && both.length < own.length) return both
  if (byTrack.length > 0) return byTrack
  const fitting = own.filter((t) => t.track === track)
  return fitting.length > 0 ? fitting : own
}

// The notice's own tables, or those of other notices where only they have the stage that is asked for.
function candidates(frame: Frame, asks: PlaceQuestion['asks'], { reader: { pack } }: Draft): readonly TableSpec[] {
  const all = pack.tables.filter((t) => t.kind === (asks === 'quota' ? 'quota' : 'list'))
  const attached = all.filter((t) => t.basis === 'attached')
  if (asks === 'quota' || frame.stages.length === 0) return attached
  if (attached.some((t) => frame.stages.includes(t.stage ?? ''))) return attached
  return all.filter((t) => frame.stages.includes(t.stage ?? ''))
}
