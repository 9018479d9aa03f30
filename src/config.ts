import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { readInstant } from './clock.ts'
import { ConfigurationError, type ConfigurationFault } from './errors.ts'
import { LOG_LEVELS, type LogLevel } from './logger.ts'
import { isLoopbackHost } from './loopback.ts'
import { projectRoot } from './project-root.ts'

/** Who the bot is to the Bot Framework; without it every activity is accepted, so only loopback may be served. */
export interface BotCredentials {
  readonly appId: string
  readonly type: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI'
  readonly password?: string
  readonly tenantId?: string
}

/** All settings of the process, read once at start. */
export interface Config {
  readonly host: string
  readonly port: number
  /** “Now” for every turn; undefined means the system's clock. */
  readonly fixedNow?: Date
  /** The folder that holds what the bot keeps. */
  readonly dataDir: string
  /** For how many days state is kept after it was last written. */
  readonly stateDays: number
  /** The pack: a folder's name under `knowledge/notices`, or a path; undefined means the first one. */
  readonly notice?: string
  readonly logLevel: LogLevel
  readonly rateLimit: boolean
  /** Origin (and path) under which people reach the server, without a slash at its end; for citation links. */
  readonly publicUrl?: string
  readonly credentials?: BotCredentials
}

/** A setting's check: `remedy` is what the operator reads when `schema` refuses the value. */
interface Setting<T> {
  readonly schema: z.ZodType<T, string | undefined>
  readonly problem: string
  readonly remedy: string
}

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .default('3978')
  .transform(Number)
  .refine((value) => value <= 65_535)
const fixedNow = z
  .string()
  .refine((text) => readInstant(text) !== undefined)
  .transform((text) => readInstant(text))
  .optional()
const stateDays = z
  .string()
  .regex(/^\d{1,5}$/)
  .default('400')
  .transform(Number)
  .refine((value) => value >= 1 && value <= 36_500)
const publicUrl = z
  .url({ protocol: /^https?$/ })
  .refine((text) => !/[?#@]/.test(text))
  .transform((text) => text.replace(/\/+$/, ''))
  .optional()

const settings = {
  HOST: {
    schema: z
      .string()
      .regex(/^[\w.:[\]-]+$/)
      .default('127.0.0.1'),
    problem: 'is not a host name or address',
    remedy: 'use 127.0.0.1, or leave it out',
  },
  PORT: { schema: port, problem: 'is not a port', remedy: 'use a whole number from 0 to 65535, such as 3978' },
  BOT_NOW: {
    schema: fixedNow,
    problem: 'is not an ISO 8601 date-time with an offset',
    remedy: 'write it like 2023-07-25T09:00:00+08:00, or leave it out to use the system clock',
  },
  DATA_DIR: {
    schema: z.string().default(join(projectRoot(), '.data')),
    problem: 'is not a folder name',
    remedy: 'name a folder that the process may write to',
  },
  STATE_DAYS: {
    schema: stateDays,
    problem: 'is not a number of days',
    remedy: 'use a whole number from 1 to 36500, or leave it out for 400',
  },
  NOTICE: {
    schema: z.string().optional(),
    problem: 'is not a pack',
    remedy: 'use the name of a folder under knowledge/notices',
  },
  LOG_LEVEL: {
    schema: z.enum(LOG_LEVELS).default('info'),
    problem: 'is not a log level',
    remedy: `use one of ${LOG_LEVELS.join(', ')}`,
  },
  RATE_LIMIT: {
    schema: z
      .enum(['on', 'off'])
      .default('on')
      .transform((value) => value === 'on'),
    problem: 'is neither on nor off',
    remedy: 'use off for load tests, or leave it out',
  },
  PUBLIC_URL: {
    schema: publicUrl,
    problem: 'is not a plain http or https address',
    remedy: 'write it like https://bot.example.org, without query, fragment or user name',
  },
  MicrosoftAppId: {
    schema: z.string().optional(),
    problem: 'is not an id',
    remedy: 'copy it from the bot’s Azure registration',
  },
  MicrosoftAppPassword: {
    schema: z.string().optional(),
    problem: 'is not a password',
    remedy: 'copy it from the bot’s Azure registration',
  },
  MicrosoftAppTenantId: {
    schema: z.string().optional(),
    problem: 'is not an id',
    remedy: 'copy it from the bot’s Azure registration',
  },
  MicrosoftAppType: {
    schema: z.enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI']).default('MultiTenant'),
    problem: 'is not a type of bot',
    remedy: 'use MultiTenant, SingleTenant or UserAssignedMSI',
  },
} satisfies Record<string, Setting<unknown>>

type Name = keyof typeof settings
type Values = { readonly [K in Name]: z.output<(typeof settings)[K]['schema']> }

/** Environment variables by name, as `process.env` gives them. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The process's environment; a `.env` file in the working folder fills in what is not set. */
export function readEnvironment(): Environment {
  const fromFile = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {}
  return { ...fromFile, ...process.env }
}

/** Checks all settings at once; throws one ConfigurationError that names every fault. */
export function loadConfig(environment: Environment = readEnvironment()): Config {
  const { values, faults } = readSettings(environment)
  const all = [...faults, ...crossFaults(values)]
  if (all.length > 0) throw new ConfigurationError(all)
  return toConfig(values as Values)
}

function readSettings(environment: Environment) {
  const values: Partial<Record<Name, unknown>> = {}
  const faults: ConfigurationFault[] = []
  for (const [name, { schema, problem, remedy }] of Object.entries(settings)) {
    const result = schema.safeParse(environment[name]?.trim() || undefined)
    if (result.success) values[name as Name] = result.data
    else faults.push({ setting: name, problem, remedy })
  }
  return { values: values as Partial<Values>, faults }
}

function crossFaults(values: Partial<Values>): ConfigurationFault[] {
  const { HOST, MicrosoftAppId: id, MicrosoftAppPassword: password } = values
  const faults: ConfigurationFault[] = []
  const add = (setting: string, problem: string, remedy: string) => faults.push({ setting, problem, remedy })
  if (password && !id) add('MicrosoftAppId', 'is missing beside MicrosoftAppPassword', 'set both or neither')
  if (id && !password && values.MicrosoftAppType !== 'UserAssignedMSI')
    add('MicrosoftAppPassword', 'is missing beside MicrosoftAppId', 'set both or neither')
  if (id && values.MicrosoftAppType !== 'MultiTenant' && !values.MicrosoftAppTenantId)
    add('MicrosoftAppTenantId', 'is needed by this MicrosoftAppType', 'set it, or use MultiTenant')
  if (HOST && !isLoopbackHost(HOST) && !id)
    add(
      'HOST',
      'is reachable from other machines, but callers cannot be told apart without Bot Framework credentials',
      'set MicrosoftAppId and MicrosoftAppPassword, or use HOST=127.0.0.1',
    )
  return faults
}

function toConfig(values: Values): Config {
  const config: Config = {
    host: values.HOST.replace(/^\[(.*)\]$/, '$1'),
    port: values.PORT,
    fixedNow: values.BOT_NOW,
    dataDir: values.DATA_DIR,
    stateDays: values.STATE_DAYS,
    notice: values.NOTICE,
    logLevel: values.LOG_LEVEL,
    rateLimit: values.RATE_LIMIT,
    publicUrl: values.PUBLIC_URL,
  }
  if (!values.MicrosoftAppId) return config
  const credentials = {
    appId: values.MicrosoftAppId,
    type: values.MicrosoftAppType,
    password: values.MicrosoftAppPassword,
    tenantId: values.MicrosoftAppTenantId,
  }
  return { ...config, credentials }
}
