/** Changes with every write of a key; opaque to callers. */
export type Revision = string

/** A stored value and the revision to name when it is replaced. */
export interface Stored {
  readonly value: unknown
  readonly revision: Revision
}

/** A store of plain (JSON) data that several instances can share; drivers may forget old keys. */
export interface StateStore {
  read(key: string): Promise<Stored | undefined>
  /** Stores only when the key still has the expected revision, or does not exist for `absent`. */
  write(key: string, value: unknown, expected: Revision | 'absent'): Promise<'stored' | 'conflict'>
  delete(key: string): Promise<void>
  close(): Promise<void>
}
