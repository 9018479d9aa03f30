import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { type ChildServer, type Command, startChild } from './child-server.ts'
import { freshWordings } from './fresh-wordings.ts'
import { type Load, type LoadResult, load } from './load.ts'

const STARTS = 5
const ROUNDS = 5
const SETTLE_MS = 500
/** A server runs for weeks: compilers settle only after some thousand turns. */
const WARM_UP = { conversations: 16, requests: 4_000 }
const LOADS = [
  { conversations: 1, requests: 300 },
  { conversations: 16, requests: 1_000 },
  { conversations: 64, requests: 1_000 },
]

/** Where turns of a walk-through are held against plain questions of the same round, durable write included. */
const WALK_LOADS = LOADS.slice(0, 2)

/** One server's figures: medians over starts and rounds. */
export interface ServerFigures {
  readonly startMs: number
  readonly idleMb: number
  readonly loadedMb: number
  readonly loads: readonly LoadFigures[]
}

type LoadFigures = LoadResult & { readonly conversations: number }

/** Turns of a walk-through beside plain questions, medians over rounds in which one followed the other. */
export interface WalkFigures {
  readonly plain: readonly LoadFigures[]
  readonly walk: readonly LoadFigures[]
}

/** Measures two servers side by side (`fresh`: every question in new words, so that nothing remembered helps): they take turns, so that a slow minute of the machine meets both. */
export async function measurePair(
  commands: readonly [Command, Command],
  fresh: boolean,
): Promise<readonly [ServerFigures, ServerFigures, WalkFigures]> {
  const listed = readLines('tests/bench/questions.txt')
  const questions = fresh ? freshWordings(listed) : listed
  const starts = [await startOften(commands[0]), await startOften(commands[1])] as const
  const servers = [await startChild(commands[0]), await startChild(commands[1])] as const
  await wait(SETTLE_MS)
  const idle = servers.map((server) => server.residentMb())
  const results = await takeTurns(servers, questions)
  const figures = servers.map((server, index) => ({
    startMs: starts[index] ?? 0,
    idleMb: idle[index] ?? 0,
    loadedMb: server.residentMb(),
    loads: figuresOf(LOADS, results[index]),
  }))
  const walks = await compareWalks(servers[1].url, questions)
  await Promise.all(servers.map((server) => server.stop()))
  return [...figures, walks] as unknown as readonly [ServerFigures, ServerFigures, WalkFigures]
}

async function compareWalks(url: string, questions: readonly string[]): Promise<WalkFigures> {
  const [opening = '', ...steps] = readLines('tests/bench/walk.txt')
  const kinds = { plain: { questions }, walk: { questions: steps, opening } }
  await load(url, { ...WARM_UP, ...kinds.walk })
  const results = { plain: new Map<number, LoadResult[]>(), walk: new Map<number, LoadResult[]>() }
  for (const amount of WALK_LOADS) {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const kind of ['plain', 'walk'] as const) await measure(results[kind], url, { ...amount, ...kinds[kind] })
    }
  }
  return { plain: figuresOf(WALK_LOADS, results.plain), walk: figuresOf(WALK_LOADS, results.walk) }
}

const readLines = (path: string): readonly string[] => readFileSync(path, 'utf8').trim().split('\n')

async function measure(results: Map<number, LoadResult[]>, url: string, one: Load): Promise<void> {
  const { conversations } = one
  results.set(conversations, [...(results.get(conversations) ?? []), await load(url, one)])
}

function figuresOf(
  loads: readonly { readonly conversations: number }[],
  results: ReadonlyMap<number, readonly LoadResult[]> | undefined,
): readonly LoadFigures[] {
  return loads.map(({ conversations }) => ({ conversations, ...mediansOf(results?.get(conversations) ?? []) }))
}

async function startOften(command: Command): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < STARTS; n += 1) {
    const server = await startChild(command)
    times.push(server.startMs)
    await server.stop()
  }
  return median(times)
}

async function takeTurns(servers: readonly ChildServer[], questions: readonly string[]) {
  const results = servers.map(() => new Map<number, LoadResult[]>())
  for (const { url } of servers) await load(url, { ...WARM_UP, questions })
  for (const amount of LOADS) {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [index, { url }] of servers.entries())
        await measure(results[index] ?? new Map(), url, { ...amount, questions })
    }
  }
  return results
}

function mediansOf(results: readonly LoadResult[]): LoadResult {
  return {
    perSecond: median(results.map(({ perSecond }) => perSecond)),
    p50Ms: median(results.map(({ p50Ms }) => p50Ms)),
    p95Ms: median(results.map(({ p95Ms }) => p95Ms)),
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
