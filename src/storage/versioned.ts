import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { Logger } from '../logger.ts'
import type { Expected, StateStore, Stored } from './state-store.ts'

/** Plain data that says in which shape it is. */
export interface Versioned {
  readonly version: number
}

/** A kind of record: the shape that this program writes, and how it makes it from older ones. */
export interface RecordKind<T extends Versioned> {
  /** For the operators' log. */
  readonly name: string
  readonly version: T['version']
  readonly schema: z.ZodType<T>
  /** By the version they start from, to the next one; a record of a version without a step is started afresh. */
  readonly steps?: Readonly<Record<number, (old: never) => Versioned>>
}

/** What the schema of a record lists, with `satisfies`: a field that is added to a type and forgotten there is a compile error. */
export type Shape<T> = { readonly [K in keyof Required<T>]: z.ZodType<T[K]> }

/** Why what was kept can no longer be used: an old shape without a step from it, or not readable at all. */
export type Loss = 'outdated' | 'unreadable'

/** What stands under a key. `expected` goes with the change that replaces it; what was lost reads as absent. */
export interface Kept<T> {
  readonly key: string
  readonly expected: Expected
  readonly record?: T
  readonly lost?: Loss
}

/** Where records are, and who is told of one that cannot be read. */
export interface RecordParts {
  readonly store: StateStore
  readonly clock: Clock
  readonly logger: Logger
}

/** The keys under which copies of unreadable records are kept, and what follows them: the instant and the record's key. */
export const SET_ASIDE = 'set-aside:'

/** Reads a record in the shape of today and leaves one that cannot be read as it is, unreported. */
export async function peekRecord<T extends Versioned>(
  store: StateStore,
  kind: RecordKind<T>,
  key: string,
): Promise<Kept<T>> {
  return keptAs(kind, key, await store.read(key))
}

/** Reads a record in the shape of today. One that cannot be read is copied aside first, so that it may be replaced. */
export async function readRecord<T extends Versioned>(
  parts: RecordParts,
  kind: RecordKind<T>,
  key: string,
): Promise<Kept<T>> {
  return openRecord(parts, kind, key, await parts.store.read(key))
}

/** Reads two records as of one moment, like `readRecord`. */
export async function readTwoRecords<A extends Versioned, B extends Versioned>(
  parts: RecordParts,
  [oneKind, oneKey]: readonly [RecordKind<A>, string],
  [otherKind, otherKey]: readonly [RecordKind<B>, string],
): Promise<readonly [Kept<A>, Kept<B>]> {
  const [one, other] = await parts.store.readAll([oneKey, otherKey])
  return [await openRecord(parts, oneKind, oneKey, one), await openRecord(parts, otherKind, otherKey, other)]
}

async function openRecord<T extends Versioned>(
  parts: RecordParts,
  kind: RecordKind<T>,
  key: string,
  stored: Stored | undefined,
): Promise<Kept<T>> {
  const kept = keptAs(kind, key, stored)
  if (stored && kept.lost) await report(parts, kind, key, { value: stored.value, loss: kept.lost })
  return kept
}

function keptAs<T extends Versioned>(kind: RecordKind<T>, key: string, stored: Stored | undefined): Kept<T> {
  if (!stored) return { key, expected: 'absent' }
  const made = open(kind, stored.value)
  return { key, expected: stored.revision, ...(typeof made === 'object' ? { record: made } : { lost: made }) }
}

function open<T extends Versioned>(kind: RecordKind<T>, value: unknown): T | Loss {
  if (!isVersioned(value)) return 'unreadable'
  try {
    const upgraded = value.version < kind.version ? upgrade(kind, value) : value
    return upgraded ? kind.schema.parse(upgraded) : 'outdated'
  } catch {
    // The schema refuses it, or a step met what no version ever wrote.
    return 'unreadable'
  }
}

function upgrade<T extends Versioned>({ steps, version }: RecordKind<T>, value: Versioned): Versioned | undefined {
  let current = value
  while (current.version < version) {
    const step = steps?.[current.version]
    if (!step) return undefined
    current = { ...step(current as never), version: current.version + 1 }
  }
  return current
}

async function report<T extends Versioned>(
  { store, clock, logger }: RecordParts,
  kind: RecordKind<T>,
  key: string,
  { value, loss }: { readonly value: unknown; readonly loss: Loss },
): Promise<void> {
  const keyHash = hashOf(key)
  const version = isVersioned(value) ? value.version : undefined
  const about = { kind: kind.name, keyHash, version, current: kind.version }
  if (loss === 'outdated') return logger.warn(about, 'a record of an old version was started afresh')
  await store.write(`${SET_ASIDE}${clock().toISOString()}:${key}`, value, 'absent')
  logger.error(about, 'a record could not be read: a copy was set aside and the record is started afresh')
}

/** A key for the log. Keys hold people's ids: operators see which records are one and the same, and nothing else. */
export function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 12)
}

function isVersioned(value: unknown): value is Versioned {
  return typeof value === 'object' && value !== null && 'version' in value && Number.isInteger(value.version)
}
