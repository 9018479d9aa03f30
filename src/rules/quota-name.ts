import type { Pack } from '../domain/pack.ts'
import type { QuotaKey } from '../domain/table.ts'

/** What a quota is for: 示范城市, 试点县. */
export function quotaName(key: QuotaKey, pack: Pack): string {
  const [track, stage] = key.split('/')
  const trackName = pack.tracks.find((t) => t.id === track)?.name ?? track ?? ''
  const stageName = pack.stages.find((s) => s.id === stage)?.name ?? stage ?? ''
  const main = pack.stages.find((s) => s.id === pack.defaultStage)?.name ?? ''
  return trackName.replace(main, stageName)
}
