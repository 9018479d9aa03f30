import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { type ChildServer, type Command, startChild } from './child-server.ts'
import { freshWordings } from './fresh-wordings.ts'
import { type LoadResult, load } from './load.ts'

const STARTS = 5
const ROUNDS = 5
const SETTLE_MS = 500
const WARM_UP = { conversations: 16, requests: 1_500 }
const LOADS = [
  { conversations: 1, requests: 300 },
  { conversations: 16, requests: 1_000 },
  { conversations: 64, requests: 1_000 },
]

/** One server's figures: medians over starts and rounds. */
export interface ServerFigures {
  readonly startMs: number
  readonly idleMb: number
  readonly loadedMb: number
  readonly loads: readonly (LoadResult & { readonly conversations: number })[]
}

/** Measures two servers side by side (`fresh`: every question in new words, so that nothing remembered helps): they take turns, so that a slow minute of the machine meets both. */
export async function measurePair(
  commands: readonly [Command, Command],
  fresh: boolean,
): Promise<readonly [ServerFigures, ServerFigures]> {
  const listed = readFileSync('tests/bench/questions.txt', 'utf8').trim().split('\n')
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
    loads: LOADS.map(({ conversations }) => ({
      conversations,
      ...mediansOf(results[index]?.get(conversations) ?? []),
    })),
  }))
  await Promise.all(servers.map((server) => server.stop()))
  return figures as unknown as readonly [ServerFigures, ServerFigures]
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
  for (const { url } of servers) await load(url, WARM_UP.conversations, WARM_UP.requests, questions)
  for (const { conversations, requests } of LOADS) {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [index, { url }] of servers.entries()) {
        const result = await load(url, conversations, requests, questions)
        results[index]?.set(conversations, [...(results[index]?.get(conversations) ?? []), result])
      }
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
