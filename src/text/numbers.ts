const DIGITS = '〇一二三四五六七八九'
const DIGIT: Record<string, number> = { 零: 0, 两: 2, 俩: 2, 仨: 3 }
for (const [value, digit] of [...DIGITS].entries()) DIGIT[digit] = value
const UNIT: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10000 }

/** Characters of a number in any style a person types. */
export const NUMBER = '(?:\\d+|[〇零一二两俩仨三四五六七八九十百千]+)'

/** The whole number written as digits (25), as a Chinese numeral (二十五) or digit by digit (二〇二三); undefined when it is none. */
export function readNumber(written: string): number | undefined {
  if (/^\d+$/u.test(written)) return Number(written)
  const characters = [...written]
  if (characters.length === 0 || characters.some((c) => DIGIT[c] === undefined && UNIT[c] === undefined))
    return undefined
  if (!characters.some((c) => c in UNIT)) return Number(characters.map((c) => DIGIT[c]).join(''))
  let total = 0
  let digit: number | undefined
  for (const c of characters) {
    const unit = UNIT[c]
    if (unit === undefined) digit = DIGIT[c]
    else {
      total += (digit ?? 1) * unit
      digit = undefined
    }
  }
  return total + (digit ?? 0)
}
