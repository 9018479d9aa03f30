import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { monotonicMs } from '../../src/clock.ts'
import { readEnvironment } from '../../src/config.ts'
import { ask } from './load.ts'

const FIRST_ANSWER_WITHIN_MS = 30_000
const POLL_MS = 4

/** A server in a process of its own, so that neither measures the other's memory or time. */
export interface ChildServer {
  readonly url: string
  /** From the start of the process to its first answer. */
  readonly startMs: number
  residentMb(): number
  stop(): Promise<void>
}

/** The script and arguments of a server that listens on a given port. */
export type Command = (port: number) => readonly string[]

/** Starts a server under the flags of this process and waits for its first answer. */
export async function startChild(command: Command): Promise<ChildServer> {
  const port = await freePort()
  const dataDir = mkdtempSync(join(tmpdir(), 'shenbaotong-bench-'))
  const settings = {
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    RATE_LIMIT: 'off',
  }
  const startedMs = monotonicMs()
  const child = spawn(process.execPath, [...process.execArgv, ...command(port)], {
    env: { ...readEnvironment(), ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const exited = once(child, 'exit')
  const url = `http://127.0.0.1:${port}`
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode} before it answered`)
    if (monotonicMs() - startedMs > FIRST_ANSWER_WITHIN_MS) throw new Error('the server did not answer in time')
    await wait(POLL_MS)
  }
  return {
    url,
    startMs: monotonicMs() - startedMs,
    residentMb: () => residentMb(child.pid ?? 0),
    async stop() {
      child.kill('SIGTERM')
      await exited
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function answers(url: string): Promise<boolean> {
  return ask(url, 'start', '你好').then(
    () => true,
    () => false,
  )
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

function residentMb(pid: number): number {
  const status = `/proc/${pid}/status`
  const kilobytes = existsSync(status)
    ? /VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return Number(kilobytes) / 1_024
}
