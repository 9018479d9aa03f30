import { type Logger, pino, stdTimeFunctions } from 'pino'

export type { Logger } from 'pino'

/** Levels that LOG_LEVEL accepts, quietest last. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** JSON lines for operators on standard error, or where `write` says. What people write never goes in. */
export function createLogger(level: LogLevel, write?: (line: string) => void): Logger {
  const destination = write ? { write } : pino.destination({ dest: 2, sync: true })
  const options = { level, base: null, timestamp: stdTimeFunctions.isoTime, serializers: { err: describeError } }
  return pino(options, destination)
}

/** Errors of HTTP clients carry whole requests, with messages and tokens in them: only what names the fault is kept. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, message, stack, cause } = error
  const { code, statusCode } = error as { readonly code?: unknown; readonly statusCode?: unknown }
  return { type: name, message, code, statusCode, stack, ...(cause !== undefined && { cause: describeError(cause) }) }
}
