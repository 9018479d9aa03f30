import type { NoticeDate } from '../domain/notice.ts'
import type { Pack } from '../domain/pack.ts'
import { resolveDate } from '../rules/calendar.ts'
import { normalise } from '../text/normalise.ts'
import { isVerbatim } from '../text/quote.ts'
import { readDates } from '../text/read-dates.ts'

/** Dates of a pack that its own quotes contradict, one English line each: a deadline off by a digit is the costliest mistake. */
export function checkDates(pack: Pack): readonly string[] {
  return pack.dates.flatMap((date) => {
    const where = `pack.yaml: date “${date.id}”`
    const clause = pack.clauses.get(date.clause)
    return [
      ...(namesDay(date)
        ? []
        : [`${where}: is ${date.date}, but its quote does not name that day: ${date.quote.slice(0, 50)}`]),
      ...(clause && !isVerbatim(date.phrase, clause.text)
        ? [`${where}: phrase is not verbatim in clause ${date.clause}: ${date.phrase}`]
        : []),
    ]
  })
}

const namesDay = ({ date, quote }: NoticeDate): boolean =>
  readDates(normalise(quote)).some((written) => resolveDate(written, date) === date)
