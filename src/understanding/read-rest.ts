import { NUMBER, readNumber } from '../text/numbers.ts'

const REST = new RegExp(
  `(?:余下|剩下|剩余|剩|其余|另外|还剩|其他|其它)的?[那这]?(${NUMBER})(?:份|个(?!月|星期|礼拜)|样|项|条|件|步|种|张|家|类)`,
  'u',
)

/** How many are left over of a list that was shown (余下三份); undefined where the number of them is not said. */
export function readRest(text: string): number | undefined {
  const [, number] = REST.exec(text) ?? []
  return number === undefined ? undefined : readNumber(number)
}
