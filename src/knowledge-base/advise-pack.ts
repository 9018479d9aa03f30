import type { Fact } from '../domain/fact.ts'
import type { NoticeDate, NoticeList } from '../domain/notice.ts'
import type { Pack, PackSilence } from '../domain/pack.ts'
import { adviseSays } from './advise-says.ts'
import { adviseWords } from './advise-words.ts'

/** What a pack's author should look at again although the pack loads, one English line each: gaps that cost right answers. */
export function advisePack(pack: Pack, ownSilences: readonly Pick<PackSilence, 'id' | 'nearby'>[]): readonly string[] {
  return [
    ...adviseDates(pack),
    ...pack.lists.flatMap((list) => adviseList(list, pack)),
    ...adviseNearby(ownSilences),
    ...adviseSays(pack),
    ...adviseWords(pack),
  ]
}

function adviseDates({ dates, facts }: Pack): readonly string[] {
  const deadlines = dates.filter((d) => d.kind === 'deadline')
  const unstated = deadlines.filter((d) => !facts.some((f) => f.values.date?.includes(d.id)))
  return [
    ...unstated.map((d) => `date “${d.id}”: no fact has it in values.date, so nothing tells this deadline`),
    ...(deadlines.length > 0 && !deadlines.some((d) => d.main)
      ? ['dates: no deadline is `main: true`, so “the deadline” alone means none']
      : []),
    ...deadlines.filter((d) => d.openDay === saysWhetherDayCounts(d.phrase)).map(adviseOpenDay),
  ]
}

// 4月30日（含当日）前 and 截至4月30日 say whether the day itself counts; 4月30日前 does not.
const saysWhetherDayCounts = (phrase: string): boolean => /含|截至|截止|日内/u.test(phrase) || !phrase.endsWith('前')

const adviseOpenDay = ({ id, phrase, openDay }: NoticeDate): string =>
  openDay
    ? `date “${id}”: openDay is true, but “${phrase}” says whether the day itself counts`
    : `date “${id}”: openDay is false, but “${phrase}” does not say whether the day itself counts`

function adviseList(list: NoticeList, pack: Pack): readonly string[] {
  return list.items.flatMap(({ topic, clause }) => {
    const about = pack.facts.filter((f) => f.topics.includes(topic) && fits(f, list))
    if (about.length === 0) return [`list “${list.id}”: no fact is about “${topic}”, so item ${clause} is never told`]
    return about.some((f) => f.cites.some((c) => isAt(c.clause, clause)))
      ? []
      : [`list “${list.id}”: no fact about “${topic}” cites clause ${clause}`]
  })
}

const fits = (fact: Fact, list: NoticeList): boolean =>
  fact.tracks.length === 0 || list.tracks.length === 0 || fact.tracks.some((t) => list.tracks.includes(t))

const isAt = (cited: string, clause: string): boolean => cited === clause || cited.startsWith(`${clause}.`)

const adviseNearby = (silences: readonly Pick<PackSilence, 'id' | 'nearby'>[]): readonly string[] =>
  silences
    .filter((s) => s.nearby.length === 0)
    .map((s) => `silence “${s.id}”: names no fact nearby, so its answer helps little`)
