/** The prefixes of the keys under which a person's records are kept; `|` parts what follows, no part holds it. */
export const PREFIX = {
  conversation: 'conversation:',
  answer: 'answer:',
  welcome: 'welcome:',
  user: 'user:',
  reminder: 'reminder:',
  reference: 'reference:',
  document: 'document:',
} as const

/** An id that is unique only within its channel, made unique: `channelId|id`. */
export function qualify(channelId: string, id: string): string {
  return `${keyPart(channelId)}|${keyPart(id)}`
}

/** Where a conversation is kept; `conversation` is channel-qualified, as everywhere below. */
export const conversationKey = (conversation: string): string => PREFIX.conversation + conversation

/** Where the answer to one message is kept. */
export const answerKey = (conversation: string, messageId: string): string =>
  `${PREFIX.answer}${conversation}|${keyPart(messageId)}`

/** Where what a person keeps is kept; `user` is channel-qualified. */
export const personKey = (user: string): string => PREFIX.user + user

/** Where it is kept how far a reminder of a person is. */
export const reminderKey = (user: string, id: string): string => `${PREFIX.reminder}${user}|${keyPart(id)}`

/** Whose reminder a key is of. */
export const userOfReminder = (key: string): string => key.slice(PREFIX.reminder.length, key.lastIndexOf('|'))

/** Which of a person's reminders a key is of. */
export const idOfReminder = (key: string): string => key.slice(key.lastIndexOf('|') + 1)

/** Where it is kept how a person is reached without having asked. */
export const referenceKey = (user: string): string => PREFIX.reference + user

/** Where it is kept whose document a link hands over. */
export const documentKey = (token: string): string => PREFIX.document + token

/** What says that a member of a conversation was welcomed. */
export const welcomeKey = (conversation: string, memberId: string): string =>
  `${PREFIX.welcome}${conversation}|${keyPart(memberId)}`

// Channels choose their ids: what parts a key, what no database takes in text, and the escape itself are written out.
function keyPart(id: string): string {
  return id.replace(/[%|\p{Cc}\p{Cs}]/gu, (char) => `%${char.codePointAt(0)?.toString(16).padStart(2, '0')}`)
}
