import type { Mention } from './find-mentions.ts'

/** The mentions of one kind. */
export const of = (mentions: readonly Mention[], kind: Mention['kind']): readonly Mention[] =>
  mentions.filter((m) => m.kind === kind)
