import type { Fact } from '../domain/fact.ts'
import type { Pack } from '../domain/pack.ts'
import { normalise, skeleton } from '../text/normalise.ts'
import { NUMBER, readNumber } from '../text/numbers.ts'
import { readDates } from '../text/read-dates.ts'

/** Doubts about the sentences of a pack, one English line each: a number, date, 《title》 or document number that no quote holds. */
export function adviseSays(pack: Pack): readonly string[] {
  return pack.facts.flatMap((fact) =>
    unsupported(fact, pack).map((part) => `fact “${fact.id}”: “${part}” in \`say\` stands in none of its quotes`),
  )
}

function unsupported(fact: Fact, pack: Pack): readonly string[] {
  const evidence = fact.cites
    .map((c) => `${c.quote}\n${c.clause} ${pack.clauses.get(c.clause)?.label ?? ''}`)
    .join('\n')
  // Numbers at the start of a line only count the lines.
  const say = fact.say.replace(/^\d+[.、]\s*/gmu, '')
  return [...missingTitles(say, evidence), ...missingDates(say, evidence), ...missingNumbers(say, evidence, fact)]
}

// Of a document number its last two letters of the issuer are enough: what stands before them runs on without a break.
const TITLES = /《[^》]+》|\p{L}{2}〔\d{4}〕\d+号/gu
const missingTitles = (say: string, evidence: string): readonly string[] =>
  (say.match(TITLES) ?? []).filter((title) => !skeleton(evidence).includes(skeleton(title)))

function missingDates(say: string, evidence: string): readonly string[] {
  const stated = readDates(normalise(evidence))
  const text = normalise(say)
  return readDates(text)
    .filter((d) => !stated.some((s) => s.month === d.month && s.day === d.day && (d.year ?? s.year) === s.year))
    .map((d) => text.slice(d.start, d.end))
}

// Chinese 一 is more often a word (一类, 一次性) than a number.
const NUMBERS = new RegExp(`\\d+(?:\\.\\d+)*|${NUMBER}(?=个|年|月|日|天|份|项|家|条|步|类|万|亿|种|方面)`, 'gu')

function missingNumbers(say: string, evidence: string, fact: Fact): readonly string[] {
  const counted = [...(fact.values.count ?? []), ...(fact.values.years ?? [])]
  const stated = new Set([...numbersIn(evidence).map(({ value }) => value), ...counted.map(String)])
  return numbersIn(say)
    .filter(({ written, value }) => written !== '一' && !stated.has(value))
    .map(({ written }) => written)
}

// 三年 and 3年 are the same number.
const numbersIn = (text: string): readonly { readonly written: string; readonly value: string }[] =>
  (normalise(text).match(NUMBERS) ?? []).map((written) => ({ written, value: String(readNumber(written) ?? written) }))
