import type { Frame } from '../understanding/frame.ts'
import type { Reader } from '../understanding/read-message.ts'

/** 晚上睡不着怎么办: how to, of something that no word of the notice names, not even by half. */
export const isOfDailyLife = ({ text, aspects, topics, tracks, stages, bodies, media, domain }: Frame): boolean =>
  domain !== 'own' &&
  text.length >= LONG_ENOUGH &&
  (aspects.includes('how') || aspects.includes('consequence')) &&
  topics.every((t) => t.id === PREPARE) &&
  tracks.length + stages.length + bodies.length + media.length === 0
const PREPARE = 'prepare'
const LONG_ENOUGH = 6

/** 几号前报 after 附件5: when, and no matter of its own. */
export const isBareWhen = (frame: Frame, { pack }: Reader): boolean =>
  frame.aspects.every((a) => a === 'when') &&
  frame.topics.every((t) => t.id === DEADLINE || (pack.concepts.get(t.id)?.generic && t.id !== MATERIALS))
const DEADLINE = 'deadline'
const MATERIALS = 'materials'
