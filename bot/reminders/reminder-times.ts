import type { IsoDate } from '../../src/domain/notice.ts'

/** Nobody wants to be woken by a deadline. */
const SENT_FROM = 'T09:00:00+08:00'

const FIRST_WAIT_MS = 60_000
const LONGEST_WAIT_MS = 6 * 3_600_000

/** Longer than any attempt takes: a claim that is older was left behind by a process that ended. */
const CLAIM_MS = 60_000

/** The instant from which a reminder of a Beijing day is sent. */
export const sentFrom = (on: IsoDate): Date => new Date(on + SENT_FROM)

/** Whether the process that claimed a reminder at an instant can no longer be sending it. */
export const isLapsed = (since: string, now: Date): boolean => now.getTime() - Date.parse(since) > CLAIM_MS

/** When to try again after so many failures: twice as late each time, at most some hours, and not all at once. */
export function nextAttempt(failures: number, now: Date, random: () => number): Date {
  const longest = Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS)
  return new Date(now.getTime() + longest * (0.5 + random() / 2))
}
