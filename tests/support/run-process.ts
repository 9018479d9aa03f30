import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

/** Runs a bundled command to its end, under the settings of this process and those given. */
export async function run(
  file: string,
  args: readonly string[],
  input = '',
  settings: Readonly<Record<string, string>> = {},
) {
  const child = spawn(process.execPath, [file, ...args], { env: { ...process.env, ...settings } })
  child.stdin.end(input)
  const [out, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { out, errors, code: code as number | null }
}
