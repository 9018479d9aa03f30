import type { Pack } from '../domain/pack.ts'
import type { Word } from '../text/words.ts'
import type { Mention } from './find-mentions.ts'
import type { Frame } from './frame.ts'
import { of } from './mentions.ts'

const tracksOf = (mentions: readonly Mention[]): readonly Mention[] =>
  mentions.filter((m) => (m.kind === 'track' || m.kind === 'stage') && m.end - m.start > 1)

// 卫生城市, 乡村振兴示范县: with a foreign noun right before it, the word for a track means another programme.
function isForeignTrack(track: Mention, mentions: readonly Mention[], nouns: readonly Word[]): boolean {
  const elsewhere = of(mentions, 'talk').filter((m) => m.id === 'elsewhere')
  return [...nouns, ...elsewhere].some((n) => n.start < track.start && n.end >= track.start)
}

/** Where a question belongs. Where another programme is named, only a track or stage of its own shows that a question is about this notice. */
export function domainOf(mentions: readonly Mention[], nouns: readonly Word[], pack: Pack): Frame['domain'] {
  const tracks = tracksOf(mentions)
  const foreign = tracks.some((t) => isForeignTrack(t, mentions, nouns))
  const elsewhere = foreign || of(mentions, 'talk').some((m) => m.id === 'elsewhere')
  const strong = mentions.some(
    (m) => (m.kind === 'concept' && pack.own.has(m.id)) || (m.kind === 'role' && m.end - m.start > 3),
  )
  if (tracks.some((t) => !isForeignTrack(t, mentions, nouns) && !foreign) || (strong && !elsewhere)) return 'own'
  return mentions.some((m) => ['concept', 'role', 'track', 'stage'].includes(m.kind)) ? 'shared' : 'none'
}

/** Whether a word for a track names another programme. */
export const namesForeignTrack = (mentions: readonly Mention[], nouns: readonly Word[]): boolean =>
  tracksOf(mentions).some((t) => isForeignTrack(t, mentions, nouns))
