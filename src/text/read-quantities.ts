import { NUMBER, readNumber } from './numbers.ts'
import { readDates } from './read-dates.ts'

/** A number with its unit, units that mean the same folded into one. */
export interface Quantity {
  readonly value: number
  readonly unit: string
}

// Counters of things (项, 条, 份材料 aside) are one unit; measures stay apart.
const UNITS: Readonly<Record<string, string>> = {
  年: 'year',
  载: 'year',
  个月: 'month',
  周: 'week',
  星期: 'week',
  个工作日: 'working day',
  工作日: 'working day',
  天: 'day',
  日: 'day',
  小时: 'hour',
  份: 'copy',
  式: 'copy',
  家: 'firm',
  名: 'person',
  位: 'person',
  人: 'person',
  万元: '10,000 yuan',
  万: '10,000 yuan',
  亿元: '100,000,000 yuan',
  元: 'yuan',
  '%': 'percent',
  个百分点: 'percent',
  分: 'point',
  页: 'page',
  字: 'character',
  倍: 'fold',
  次: 'time',
  吨: 'ton',
  亩: 'mu',
  个: 'count',
  项: 'count',
  条: 'count',
  样: 'count',
  步: 'count',
  种: 'count',
  类: 'count',
  件: 'count',
  方面: 'count',
  道: 'count',
  关: 'count',
}
const UNIT = Object.keys(UNITS)
  .sort((a, b) => b.length - a.length)
  .join('|')
const QUANTITY = new RegExp(`(?<!第|\\d|[年月])(百分之)?(\\d+(?:\\.\\d+)?|${NUMBER})(${UNIT})?`, 'gu')

/** Quantities of a normalised text; dates, document numbers and ordinals are none. */
export function readQuantities(text: string): readonly Quantity[] {
  const plain = readDates(text).reduce(
    (rest, d) => rest.slice(0, d.start) + ' '.repeat(d.end - d.start) + rest.slice(d.end),
    text,
  )
  return [...plain.matchAll(QUANTITY)].flatMap((m): Quantity[] => {
    const value = /^[\d.]+$/u.test(m[2] ?? '') ? Number(m[2]) : readNumber(m[2] ?? '')
    const unit = m[1] ? 'percent' : UNITS[m[3] ?? '']
    const isYear = unit === 'year' && value !== undefined && value > 1900
    return value === undefined || unit === undefined || isYear ? [] : [{ value, unit }]
  })
}
