import type { Pack } from '../../domain/pack.ts'
import { normalise } from '../../text/normalise.ts'
import { tagWords } from '../../text/words.ts'

/** A name found in a text, with what it can stand for. */
export interface Name {
  readonly kind: 'body' | 'name' | 'place'
  readonly values: readonly string[]
  readonly start: number
  readonly end: number
}

/** The names of a pack: its roles, tracks and stages, and the terms of its concepts that the notice itself uses. */
export interface Names {
  find(text: string): readonly Name[]
  /** Words for what every such notice speaks of (报送, 准备): those with a value in common may stand for each other. */
  synonyms(text: string): readonly Name[]
  /** The document number of the pack that a text ends with. */
  document(text: string): string | undefined
}

interface Term {
  readonly text: string
  readonly kind: Name['kind']
  readonly values: readonly string[]
}

// Kinds of places are ordinary Chinese; which of them may apply is the notice's affair.
const KINDS_OF_PLACE = [
  '直辖市',
  '自治区',
  '自治州',
  '自治县',
  '自治旗',
  '地级以上城市',
  '地级市',
  '副省级城市',
  '计划单列市',
  '县级市',
  '市辖区',
  '兵团',
  '乡镇',
  '街道',
  '开发区',
]

// A term must not hide a number or a word that can turn the sentence round.
const MARKED = /[不没未无且或和及与应须可请一二两三四五六七八九十]/u

/** Collects the names of a pack, longest first. */
export function namesOf(pack: Pack): Names {
  const terms = new Map<string, Term>()
  for (const term of termsOf(pack)) addTerm(terms, term)
  const generic = [...pack.concepts.values()]
    .filter((c) => c.generic)
    .flatMap((c) => c.words.map((w) => ({ text: normalise(w), kind: 'name' as const, values: [c.id] })))
  const [named, spoken] = [byFirst([...terms.values()]), byFirst(generic)]
  const documents = [pack.number, ...pack.related.map((r) => r.number)].map(normalise)
  return {
    find: (text) => findNames(text, named),
    synonyms: (text) => findNames(text, spoken),
    document: (text) => documents.find((d) => text.endsWith(d)),
  }
}

function byFirst(terms: readonly Term[]): ReadonlyMap<string, readonly Term[]> {
  const groups = new Map<string, Term[]>()
  for (const term of [...terms].sort((a, b) => b.text.length - a.text.length))
    groups.set(term.text[0] ?? '', [...(groups.get(term.text[0] ?? '') ?? []), term])
  return groups
}

function addTerm(terms: Map<string, Term>, term: Term): void {
  const before = terms.get(term.text)
  if (term.text.length < 2) return
  terms.set(term.text, before ? { ...before, values: [...new Set([...before.values, ...term.values])] } : term)
}

function termsOf(pack: Pack): readonly Term[] {
  const official = normalise([...pack.clauses.values()].map((c) => c.text).join('\n'))
  const edges = new Set(tagWords(official).map((w) => w.start))
  const inUse = (word: string): boolean =>
    !MARKED.test(word) && placesOf(word, official).some((at) => edges.has(at) && edges.has(at + word.length))
  const make = (kind: Name['kind'], value: string, words: readonly string[]): readonly Term[] =>
    words.map((w) => ({ text: normalise(w), kind, values: [value] }))
  const used = (words: readonly string[]): readonly string[] => words.map(normalise).filter(inUse)
  return [
    ...pack.roles.flatMap((r) =>
      make('body', `role:${r.id}`, [
        r.name,
        ...r.words.filter((w) => isShortFor(w, r.name) || (w.length > 3 && inUse(w))),
      ]),
    ),
    ...pack.tracks.flatMap((t) => make('name', `track:${t.id}`, [t.name, ...used(t.words)])),
    ...pack.stages.flatMap((s) => make('name', `stage:${s.id}`, [s.name, ...used(s.words)])),
    ...[...pack.concepts.values()]
      .filter((c) => !c.generic)
      .flatMap((c) => make('name', `concept:${c.id}`, used(c.words))),
    ...Object.entries({ ...pack.language.media, ...pack.language.ranks }).flatMap(([id, words]) =>
      make('name', `value:${id}`, used(words)),
    ),
    ...KINDS_OF_PLACE.flatMap((kind) => make('place', `kind:${kind}`, [kind])),
  ]
}

// 申报材料 does not speak of 报材料: a term must begin and end where words do.
function placesOf(word: string, text: string): readonly number[] {
  const places: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) places.push(at)
  return places
}

// 省局 is short for the name of the office; a nickname with other characters may be somebody else's name.
function isShortFor(word: string, name: string): boolean {
  if (word.length < 2 || !/[局府家会心部门厅]$/u.test(word)) return false
  const rest = [...word].reduce((left, c) => (left.includes(c) ? left.slice(left.indexOf(c) + 1) : ''), `${name} `)
  return rest !== ''
}

function findNames(text: string, byStart: ReadonlyMap<string, readonly Term[]>): readonly Name[] {
  const found: Name[] = []
  for (let at = 0; at < text.length; at += 1) {
    const term = byStart
      .get(text[at] ?? '')
      ?.find((t) => text.startsWith(t.text, at) && !isCutNumber(text, at + t.text.length))
    if (!term) continue
    found.push({ kind: term.kind, values: term.values, start: at, end: at + term.text.length })
    at += term.text.length - 1
  }
  return found
}

// 附件1 is not named in 附件11.
const isCutNumber = (text: string, end: number): boolean =>
  /\d/u.test(text[end] ?? '') && /\d/u.test(text[end - 1] ?? '')
