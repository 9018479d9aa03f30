import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createClock } from '../src/clock.ts'
import { loadConfig } from '../src/config.ts'
import { ConfigurationError, StartError } from '../src/errors.ts'
import { createLogger } from '../src/logger.ts'
import { stateFile } from '../src/storage/sqlite-file.ts'
import { openSqliteStore } from '../src/storage/sqlite-store.ts'
import type { StateStore } from '../src/storage/state-store.ts'
import { zhCn } from './copy/zh-cn.ts'
import { findPersonalRecords, type PersonalRecord } from './personal-records.ts'
import { qualify } from './record-keys.ts'

const copy = zhCn.personalData
export const DONE = 0
export const FAILED = 1
export const MISUSED = 2

/** A person's data, found. */
export interface PersonalData {
  /** Channel-qualified. */
  readonly user: string
  readonly dataDir: string
  readonly store: StateStore
  readonly records: readonly PersonalRecord[]
  /** Whether `--yes` was given. */
  readonly confirmed: boolean
}

/** A command about one person's data: how it is used, and what it does with what was found; gives the exit status. */
export interface DataCommand {
  readonly usage: string
  readonly asksToConfirm: boolean
  act(data: PersonalData): Promise<number>
}

/** Runs a command from its arguments and gives the exit status. */
export async function runDataCommand(command: DataCommand, args: readonly string[]): Promise<number> {
  const given = readArguments(command, args)
  if (typeof given === 'string') {
    console.error(`${given}\n${command.usage}`)
    return MISUSED
  }
  try {
    return await actOn(command, given)
  } catch (error) {
    const mendable = error instanceof ConfigurationError || error instanceof StartError
    console.error(mendable ? error.message : `${copy.failed}\n${error instanceof Error ? error.stack : error}`)
    return FAILED
  }
}

interface Arguments {
  readonly user: string
  readonly data?: string
  readonly yes: boolean
}

/** A string is what is wrong with them. */
function readArguments(command: DataCommand, args: readonly string[]): Arguments | string {
  const values = parse(args)
  if (!values || (values.yes && !command.asksToConfirm)) return copy.badOption
  const { user: written = '', data, yes } = values
  if (written === '') return copy.missingUser
  const [channelId, ...id] = written.split('|')
  if (!channelId || id.join('|') === '') return copy.badUser(written)
  return { user: qualify(channelId, id.join('|')), data, yes }
}

function parse(args: readonly string[]) {
  try {
    const options = {
      user: { type: 'string' },
      data: { type: 'string' },
      yes: { type: 'boolean', default: false },
    } as const
    return parseArgs({ args: [...args], options }).values
  } catch {
    return undefined
  }
}

async function actOn(command: DataCommand, { user, data, yes }: Arguments): Promise<number> {
  const dataDir = data ?? loadConfig().dataDir
  if (!existsSync(stateFile(dataDir))) {
    console.error(copy.noState(dataDir))
    return FAILED
  }
  const store = await openSqliteStore({ dataDir, clock: createClock(), logger: createLogger('warn'), broken: 'refuse' })
  try {
    const records = await findPersonalRecords(store, user)
    if (records.length > 0) return await command.act({ user, dataDir, store, records, confirmed: yes })
    console.error(copy.unknownUser(user, dataDir))
    return FAILED
  } finally {
    await store.close()
  }
}
