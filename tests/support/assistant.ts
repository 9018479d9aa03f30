import { assemble } from '../../src/assembly.ts'
import type { Answer } from '../../src/domain/answer.ts'
import type { Focus } from '../../src/domain/conversation.ts'

// One assistant for all files of a worker: it keeps nothing between turns.
const assembled = assemble()
const now = new Date('2023-07-25T10:00:00+08:00')

/** Says each message in one conversation and gives the answers. */
export async function converse(...messages: readonly string[]): Promise<readonly Answer[]> {
  const assistant = await assembled
  let focus: Focus | undefined
  return messages.map((text) => {
    const answered = assistant.answer(text, { now, focus })
    focus = answered.focus
    return answered.answer
  })
}

/** The answer to one message, or to the last of several. */
export async function ask(...messages: readonly string[]): Promise<Answer> {
  const answer = (await converse(...messages)).at(-1)
  if (!answer) throw new Error('Say at least one message.')
  return answer
}
