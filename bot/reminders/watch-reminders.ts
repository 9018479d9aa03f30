import { setImmediate as breathe, setTimeout as wait } from 'node:timers/promises'
import { PREFIX } from '../record-keys.ts'
import { deliverReminder } from './deliver-reminder.ts'
import type { DeliveryParts } from './finish-delivery.ts'

/** How often it is looked for what is due. */
export const LOOK_EVERY_MS = 30_000

/** One slow channel does not hold up the others. */
const AT_ONCE = 8

/** Looks for due reminders, now and again and again. */
export interface ReminderWatch {
  /** Claims none any more and lets those on their way be done for at most `withinMs`. */
  stop(withinMs: number): Promise<void>
}

/** Sends what is due now, and from now on what becomes due. */
export function watchReminders(parts: DeliveryParts, everyMs = LOOK_EVERY_MS): ReminderWatch {
  let stopping = false
  let looking: Promise<void> | undefined
  const look = () => {
    looking ??= sendDue(parts, () => stopping).finally(() => {
      looking = undefined
    })
  }
  look()
  const timer = setInterval(look, everyMs).unref()
  return {
    async stop(withinMs) {
      stopping = true
      clearInterval(timer)
      await Promise.race([looking, wait(withinMs, undefined, { ref: false })])
    },
  }
}

/** Goes once through all reminders and sends those that are due; never rejects. */
export async function sendDue(parts: DeliveryParts, isStopping = () => false): Promise<void> {
  const { store, logger } = parts
  // The store may be closed already when a message that was on its way comes back; it then counts as unknown.
  const fail = (err: unknown) => {
    if (!isStopping()) logger.error({ err }, 'reminders could not be seen to: see to the disk of DATA_DIR')
  }
  const listed = await store.list(PREFIX.reminder).catch((err: unknown) => {
    fail(err)
    return []
  })
  const keys = listed.map(({ key }) => key).values()
  async function work(): Promise<void> {
    for (const key of keys) {
      // Turns go first: the store answers at once, so nothing else would run until all are read.
      await breathe()
      if (isStopping()) return
      await deliverReminder(parts, key).catch(fail)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}
