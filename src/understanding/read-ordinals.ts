import { NUMBER, readNumber } from '../text/numbers.ts'
import type { Frame } from './frame.ts'

const ORDINALS = new RegExp(`第(${NUMBER})(?:个|大)?([^\\d,，。?？!！\\s]?)`, 'gu')
const FIRST_FEW = new RegExp(`[前头](${NUMBER})(?:个|大)?(条|项|步|样|份|条件|材料|附件|个)`, 'u')
// 2呢, 那3和4呢: bare numbers count in the list shown last.
const BARE = new RegExp(`^[那后面再]*(${NUMBER})(?:[和与、跟](${NUMBER}))?呢?[?。]*$`, 'u')
const LAST_ONE = /最末|最后(?:一|那|那一)?[个条项步道样类份件款种]|末一个/u
const FROM_END = new RegExp(`倒数第(${NUMBER})`, 'u')

/** Ordinals that count in a list: 第三条, 前三个, bare numbers after a list was shown; -1 stands for the last one. */
export function readOrdinals(text: string): Frame['ordinals'] {
  const few = FIRST_FEW.exec(text)
  const bare = BARE.exec(text)
  const end = FROM_END.exec(text)
  return [
    ...[...text.replace(FROM_END, '').matchAll(ORDINALS)].map((m) => ({
      value: readNumber(m[1] ?? '') ?? 0,
      noun: m[2] ?? '',
    })),
    ...Array.from({ length: Math.min(9, readNumber(few?.[1] ?? '') ?? 0) }, (_, at) => ({
      value: at + 1,
      noun: few?.[2] ?? '',
    })),
    ...(bare ? bare.slice(1, 3) : []).flatMap((n) =>
      n === undefined ? [] : [{ value: readNumber(n) ?? 0, noun: '' }],
    ),
    ...(end ? [{ value: -(readNumber(end[1] ?? '') ?? 0), noun: '' }] : []),
    ...(LAST_ONE.test(text) ? [{ value: -1, noun: '' }] : []),
  ]
}
