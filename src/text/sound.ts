import { pinyin } from 'pinyin-pro'

/** One syllable of the text: its code, the code with mixed-up sounds folded, and the span of characters it was read from. */
export interface Syllable {
  readonly exact: string
  readonly code: string
  readonly start: number
  readonly end: number
}

// Sounds that typists and dialects mix up fold into one, so that 连络 = 联络 and 创健 = 创建.
const FOLDS: readonly (readonly [RegExp, string])[] = [
  [/^zh/, 'z'],
  [/^ch/, 'c'],
  [/^sh/, 's'],
  [/ng$/, 'n'],
  [/^([jqxy])v/, '$1u'],
  [/ü|v/, 'u'],
]
const fold = (syllable: string): string => FOLDS.reduce((s, [from, to]) => s.replace(from, to), syllable)

type Codes = Pick<Syllable, 'exact' | 'code'>

// A syllable becomes one private-use character: sound search is then plain string search.
const numbers = new Map<string, string>()
function numberOf(syllable: string): string {
  const known = numbers.get(syllable)
  if (known !== undefined) return known
  const number = String.fromCharCode(0xe000 + numbers.size)
  numbers.set(syllable, number)
  return number
}
const codesOf = (syllable: string): Codes => ({ exact: numberOf(syllable), code: numberOf(fold(syllable)) })

const HAN = /^\p{Script=Han}$/u
const byCharacter = new Map<string, Codes>()
function codesOfCharacter(character: string): Codes {
  const known = byCharacter.get(character)
  if (known !== undefined) return known
  const codes = HAN.test(character)
    ? codesOf(pinyin(character, { toneType: 'none', v: true }))
    : { exact: character, code: character }
  byCharacter.set(character, codes)
  return codes
}

const SYLLABLE =
  /(?:[bpmfdtnlgkhjqxzcsryw]|zh|ch|sh)?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ui|ao|ou|iu|ie|ue|er|an|en|in|un|ia|ua|uo|a|o|e|i|u|v)/y

// Longest syllables that leave a readable rest; undefined when the run is no pinyin (an English word).
function pinyinRun(run: string): readonly string[] | undefined {
  const found: string[] = []
  for (let at = 0; at < run.length; at = SYLLABLE.lastIndex) {
    SYLLABLE.lastIndex = at
    const syllable = SYLLABLE.exec(run)?.[0]
    if (syllable === undefined || syllable.length === 1) return undefined
    found.push(syllable)
    SYLLABLE.lastIndex = at + syllable.length
  }
  return found
}

/** The syllables of a normalised text: one for each Chinese character, those of typed pinyin, other characters as they are. */
export function soundOut(text: string): readonly Syllable[] {
  const syllables: Syllable[] = []
  let at = 0
  while (at < text.length) {
    const run = text.charCodeAt(at) < 0x7b ? /^[a-z]+/u.exec(text.slice(at, at + 24))?.[0] : undefined
    const typed = run && run.length <= 12 ? pinyinRun(run) : undefined
    if (typed) {
      for (const one of typed) {
        syllables.push({ ...codesOf(one), start: at, end: at + one.length })
        at += one.length
      }
      continue
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    syllables.push({ ...codesOfCharacter(character), start: at, end: at + character.length })
    at += character.length
  }
  return syllables
}

/** The sound of a word as strings of codes, comparable with those of `soundOut`. */
export function soundOf(word: string): Codes {
  const syllables = soundOut(word)
  return { exact: syllables.map((s) => s.exact).join(''), code: syllables.map((s) => s.code).join('') }
}
