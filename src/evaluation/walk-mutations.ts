import type { Pack } from '../domain/pack.ts'
import { escapePattern } from '../text/escape-pattern.ts'
import { type Mutation, mutationsOf, swaps } from './mutations.ts'

// Written out instead of read from the gate's own copy: what the gate forgets must show.
const STATUSES = ['还没办', '正在办', '已办好', '不用办']
const REPLIES = ['不清楚', '还没答', '是', '否']
// A status is named after a mark and before one; 是 and 否 are words of many sentences.
const BEFORE = '(?<=[：，（“]|都是)'
const AFTER = '(?=[（）。”：]|$)'

/** Every single change to a text of a walk-through: those of any text, statuses and answers, steps and their labels. */
export function walkMutationsOf(text: string, pack: Pack): readonly Mutation[] {
  const { checklist, selfCheck } = pack.walkthroughs ?? {}
  const labels = [...(checklist?.items ?? []), ...(selfCheck?.conditions ?? [])].map((s) => s.label)
  const names = (checklist?.items ?? []).map((i) => i.name)
  const rules = [
    ...swaps('status', STATUSES, [], (word) => `${BEFORE}${word}${AFTER}`),
    ...swaps('status', REPLIES, [], (word) => `${BEFORE}${word}${AFTER}`),
    ...swaps('name', [...new Set(labels)], [], escapePattern),
    ...swaps('name', [...new Set(names)], [], escapePattern),
  ]
  return [...mutationsOf(text, pack, rules)]
}
