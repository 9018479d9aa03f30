/** Changes with every write of a key and never comes back; opaque to callers. */
export type Revision = string

/** What a key must be for a change to happen: at this revision, or not there at all. */
export type Expected = Revision | 'absent'

/** A stored value and the revision to name when it is replaced. */
export interface Stored {
  readonly value: unknown
  readonly revision: Revision
}

/** A key and when it was last written. */
export interface Listed {
  readonly key: string
  readonly savedAt: Date
}

/** One of several changes that are made together. */
export type Change =
  | { readonly key: string; readonly value: unknown; readonly expected: Expected }
  | { readonly key: string; readonly deleted: true; readonly expected: Expected }

export type WriteResult = 'stored' | 'conflict'

/**
 * A store of plain (JSON) data that several instances can share. Keys are well-formed text without the character U+0000;
 * every method rejects after `close`.
 */
export interface StateStore {
  /** A value that is no JSON any more, because somebody else wrote it, is read as the text that stands there. */
  read(key: string): Promise<Stored | undefined>
  /** What stands under each key, in their order, as of one moment. */
  readAll(keys: readonly string[]): Promise<readonly (Stored | undefined)[]>
  /** Stores only when the key is as expected. */
  write(key: string, value: unknown, expected: Expected): Promise<WriteResult>
  /** Makes all changes when every key is as expected, and none otherwise; each key stands there once. */
  writeAll(changes: readonly Change[]): Promise<WriteResult>
  delete(key: string): Promise<void>
  /** All keys that begin with `prefix`, in no particular order. */
  list(prefix: string): Promise<readonly Listed[]>
  /** Deletes the keys that begin with `prefix` and were last written before `instant`; gives how many. */
  forgetBefore(prefix: string, instant: Date): Promise<number>
  close(): Promise<void>
}

/** What every driver rejects with once it is closed. */
export function closedError(): Error {
  return new Error('the state store is closed')
}

/** The value that a stored text stands for; a text that is no JSON stands for itself. */
export function readValue(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
