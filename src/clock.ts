import { z } from 'zod'

/** Gives the instant that “now” means for a turn. */
export type Clock = () => Date

const instant = z.iso.datetime({ offset: true })

/** The system's clock, or a clock that stands still at `fixed`. */
export function createClock(fixed?: Date): Clock {
  return fixed ? () => new Date(fixed) : () => new Date()
}

/** Reads an ISO 8601 date-time that carries its offset (`2023-07-25T09:00:00+08:00`); undefined when it is none. */
export function readInstant(text: string): Date | undefined {
  return instant.safeParse(text).success ? new Date(text) : undefined
}

/** Milliseconds that only ever grow, for ages and durations: a fixed clock does not stop them. */
export function monotonicMs(): number {
  return performance.now()
}
