import { unrepeated } from '../src/answering/cite.ts'
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

/** An answer after another one, with the sources of both; its outcome and suggestions are those of the answer. */
export function putBefore(first: Answer, answer: Answer): Answer {
  return {
    ...answer,
    text: `${first.text}\n\n${answer.text}`,
    pieces: [...first.pieces, ...answer.pieces],
    citations: unrepeated([...first.citations, ...answer.citations]),
  }
}
