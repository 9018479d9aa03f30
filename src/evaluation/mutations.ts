import type { Pack } from '../domain/pack.ts'
import { tagWords } from '../text/words.ts'

/** What a mutation changes; each kind is counted for itself. */
export const MUTATION_KINDS = [
  'date',
  'number',
  'document',
  'negation',
  'modal',
  'body',
  'place',
  'connective',
  'name',
  'status',
] as const
export type MutationKind = (typeof MUTATION_KINDS)[number]

/** One change of one place in a text: the characters from `start` to `end` become `to`. */
export interface Mutation {
  readonly kind: MutationKind
  readonly start: number
  readonly end: number
  readonly to: string
}

type Lies = (found: RegExpMatchArray) => readonly string[]
/** What to change wherever a pattern is found. */
export interface Rule {
  readonly kind: MutationKind
  readonly pattern: RegExp
  readonly lies: Lies
}

const MOST_INSERTED = 8
const ELSEWHERE = ['贵州', '东海县']
const NOT = ['不', '没有', '未']
// Written out instead of read from the gate's own lists: what the gate forgets must show.
const FIXED: readonly Rule[] = [
  {
    kind: 'date',
    pattern: /(\d{4})年(\d{1,2})月(\d{1,2})日/gu,
    lies: ([, y, m, d]) => [
      `${y}年${m}月${other(d, 28)}日`,
      `${y}年${other(m, 12)}月${d}日`,
      `${Number(y) + 1}年${m}月${d}日`,
    ],
  },
  {
    kind: 'date',
    pattern: /(\d{4})-(\d\d)-(\d\d)/gu,
    lies: ([, y, m, d]) => [`${y}-${m}-${Number(d) > 20 ? 11 : 25}`],
  },
  { kind: 'date', pattern: /(?<=\d日)前/gu, lies: () => ['后'] },
  {
    kind: 'document',
    pattern: /(\p{Script=Han}+)〔(\d+)〕(\d+)号/gu,
    lies: ([, who, y, n]) => [
      `${who}〔${y}〕${Number(n) + 1}号`,
      `${who}〔${Number(y) - 1}〕${n}号`,
      `${who?.slice(0, -1)}发〔${y}〕${n}号`,
    ],
  },
  {
    kind: 'number',
    pattern: /(?<![\d年月-])\d+(?![\d年月日号〕-]|\d*\.\d)/gu,
    lies: ([n]) => [String(Number(n) + 1), String(Number(n) + 10)],
  },
  {
    kind: 'number',
    pattern: /[一二两三四五六七八九十](?=[项步个年]|方面|级)/gu,
    lies: ([n]) => [n === '三' ? '五' : '三', n === '两' ? '四' : '两'],
  },
  { kind: 'number', pattern: /(?<=第)\d+(?=[项步])/gu, lies: ([n]) => [String(Number(n) + 2)] },
  { kind: 'negation', pattern: /没有|不|未|没(?!有)/gu, lies: () => [''] },
  { kind: 'modal', pattern: /不得|不能|不可以?/gu, lies: () => ['可以', '必须'] },
  { kind: 'modal', pattern: /必须|应当|(?<![必])须|(?<![相])应(?!用)/gu, lies: () => ['可', '不得'] },
  { kind: 'modal', pattern: /(?<!不)可以?(?!能)/gu, lies: () => ['应', '不得'] },
  { kind: 'modal', pattern: /(?<![申])请(?!示)/gu, lies: () => ['须', '可'] },
  { kind: 'modal', pattern: /(?<![主重纲需首])要(?![求点])/gu, lies: () => ['可', '不得'] },
  { kind: 'connective', pattern: /(?<!并)且/gu, lies: () => ['或'] },
  { kind: 'connective', pattern: /或者?/gu, lies: () => ['且', '和'] },
  { kind: 'connective', pattern: /以及|和/gu, lies: () => ['或'] },
  { kind: 'place', pattern: /直辖市/gu, lies: () => ['计划单列市', '地级市'] },
  { kind: 'place', pattern: /地级以上/gu, lies: () => ['县级以上'] },
  { kind: 'place', pattern: /(?<!副)地级市/gu, lies: () => ['县级市'] },
  { kind: 'place', pattern: /县级市/gu, lies: () => ['地级市', '街道'] },
  { kind: 'place', pattern: /副省级城市/gu, lies: () => ['直辖市'] },
  { kind: 'place', pattern: /自治[县旗]/gu, lies: () => ['自治州'] },
  { kind: 'body', pattern: /专家/gu, lies: () => ['第三方机构', '企业代表'] },
]
const NOBODY = ['市场监管总局', '发展改革委', '第三方评估机构']

/** Every single change to a text that the rules know: what each date, number, name or small word could be instead. */
export function mutationsOf(text: string, pack: Pack, more: readonly Rule[] = []): readonly Mutation[] {
  const all = [
    ...FIXED,
    ...more,
    ...swaps(
      'body',
      pack.roles.map((r) => r.name),
      NOBODY,
    ),
    ...swaps(
      'name',
      pack.tracks.map((t) => t.name),
      [],
    ),
    ...swaps('name', materialsOf(pack), []),
  ]
  return [...all.flatMap((rule) => apply(rule, text)), ...moves(text), ...insertions(text)].filter(
    (m) => text.slice(m.start, m.end) !== m.to,
  )
}

function apply({ kind, pattern, lies }: Rule, text: string): readonly Mutation[] {
  return [...text.matchAll(pattern)].flatMap((m) =>
    lies(m).map((to) => ({ kind, start: m.index, end: m.index + m[0].length, to })),
  )
}

const other = (written: string | undefined, most: number): number => (Number(written) % most) + 1

/** Names of one sort stand in for each other: the hardest lies are made of true words. */
export function swaps(
  kind: MutationKind,
  names: readonly string[],
  strangers: readonly string[],
  patternOf = (name: string): string => name,
): readonly Rule[] {
  return names.map((name, at) => ({
    kind,
    pattern: new RegExp(patternOf(name), 'gmu'),
    lies: () =>
      [...names.slice(at + 1), ...names.slice(0, at)].slice(0, 2).concat(strangers.slice(at % 2, 1 + (at % 2))),
  }))
}

const materialsOf = (pack: Pack): readonly string[] =>
  pack.lists
    .flatMap((l) => (l.tracks.length === 0 ? l.items : []))
    .map((i) => pack.concepts.get(i.topic)?.name ?? '')
    .filter((n) => n !== '')

// A named place becomes another one.
function moves(text: string): readonly Mutation[] {
  const places = tagWords(text).filter((w) => w.tag === 'ns' && w.text.length > 1)
  return places.flatMap((w) => ELSEWHERE.map((to) => ({ kind: 'place', start: w.start, end: w.end, to })))
}

// 不审核: a negation before verbs, spread over the text.
function insertions(text: string): readonly Mutation[] {
  const verbs = tagWords(text).filter((w) => w.tag.startsWith('v') && w.text.length > 1)
  const step = Math.max(1, Math.floor(verbs.length / MOST_INSERTED))
  const spread = verbs.filter((_, at) => at % step === 0)
  return spread.map((w, at) => ({ kind: 'negation', start: w.start, end: w.start, to: NOT[at % NOT.length] ?? '不' }))
}
