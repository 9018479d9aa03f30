import type { Answer } from '../src/domain/answer.ts'

/** An answer of the door itself, such as an apology: wording only, nothing cited. */
export function sayPlainly(text: string): Answer {
  return { outcome: 'clarify', text, pieces: [], citations: [], suggestions: [] }
}

/** An answer with a word of the door after it. */
export function addNote(answer: Answer, note: string): Answer {
  const piece = { kind: 'copy', text: note, citations: [] } as const
  return { ...answer, text: `${answer.text}\n\n${note}`, pieces: [...answer.pieces, piece] }
}
