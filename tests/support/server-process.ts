import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A server in a process of its own; `exit` settles when it has ended, however. */
export function spawnServer(file: string, settings: Readonly<Record<string, string>>) {
  const env = { ...process.env, PORT: '0', LOG_LEVEL: 'info', ...settings }
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const exit = once(child, 'exit').then(([code, signal]) => ({ code, signal }))
  const log: string[] = []
  // The address of a server that listens; undefined when it ends before.
  const ready = new Promise<string | undefined>((resolve) => {
    const lines = createInterface({ input: child.stderr })
    lines.on('line', (line) => {
      log.push(line)
      if (line.includes('"ready"')) resolve(JSON.parse(line).url)
    })
    lines.on('close', () => resolve(undefined))
  })
  return { child, ready, exit, log }
}
