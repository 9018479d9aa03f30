import type { Answer } from '../src/domain/answer.ts'

/** An answer of the door itself, such as an apology: wording only, nothing cited. */
export function sayPlainly(text: string): Answer {
  return { outcome: 'clarify', text, pieces: [], citations: [], suggestions: [] }
}
