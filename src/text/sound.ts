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

let syllables: ReadonlyMap<string, string> | undefined

/** Loads how characters sound: UTF-8 lines of a syllable, a space and its characters. Later calls change nothing. */
export function useSounds(table: string): void {
  syllables ??= new Map(
    table.split('\n').flatMap((line) => {
      const [syllable = '', characters = ''] = line.split(' ')
      return [...characters].map((character): [string, string] => [character, syllable])
    }),
  )
}

/** The syllable of a Chinese character, mixed-up sounds folded; any other character is its own sound. */
export function syllableOf(character: string): string {
  const syllable = loaded().get(character)
  return syllable === undefined ? character : fold(syllable)
}

function loaded(): ReadonlyMap<string, string> {
  if (!syllables) throw new Error('No sounds are loaded: load a pack first (src/knowledge-base/load-pack.ts).')
  return syllables
}

const byCharacter = new Map<string, Codes>()
function codesOfCharacter(character: string): Codes {
  const known = byCharacter.get(character)
  if (known !== undefined) return known
  const syllable = loaded().get(character)
  const codes = syllable === undefined ? { exact: character, code: character } : codesOf(syllable)
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
  const found: Syllable[] = []
  let at = 0
  while (at < text.length) {
    const run = text.charCodeAt(at) < 0x7b ? /^[a-z]+/u.exec(text.slice(at, at + 24))?.[0] : undefined
    const typed = run && run.length <= 12 ? pinyinRun(run) : undefined
    if (typed) {
      for (const one of typed) {
        found.push({ ...codesOf(one), start: at, end: at + one.length })
        at += one.length
      }
      // tuijian han: people type a space between the words, not between the sounds.
      if (/^ [a-z]/u.test(text.slice(at, at + 2))) at += 1
      continue
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    const codes = codesOfCharacter(character)
    found.push({ exact: codes.exact, code: codes.code, start: at, end: at + character.length })
    at += character.length
  }
  return found
}

/** The sound of a Chinese word as strings of codes, comparable with those of `soundOut`. */
export function soundOf(word: string): Codes {
  let exact = ''
  let code = ''
  for (const character of word) {
    const codes = codesOfCharacter(character)
    exact += codes.exact
    code += codes.code
  }
  return { exact, code }
}
