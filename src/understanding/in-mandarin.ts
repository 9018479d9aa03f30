import type { Language } from '../domain/pack.ts'
import { oncePer } from '../text/once.ts'

interface Translation {
  readonly words: RegExp
  readonly meanings: ReadonlyMap<string, string>
}

/** A normalised text with the function words of dialects (使唔使, 里厢) put as Mandarin puts them. */
export function inMandarin(text: string, language: Language): string {
  const { words, meanings } = translationOf(language)
  return text.replace(words, (word) => meanings.get(word) ?? word)
}

const END = '(?=[\\s?。!,]|$)'
const translationOf = oncePer(({ dialects }: Language): Translation => {
  const pairs = Object.entries(dialects).flatMap(([meaning, words]) =>
    words.map((word): readonly [string, string] => [word, meaning]),
  )
  const longestFirst = pairs.map(([word]) => word).sort((a, b) => b.length - a.length)
  return {
    words: new RegExp(longestFirst.map((word) => word.replace('$', END)).join('|') || '(?!)', 'gu'),
    meanings: new Map(pairs.map(([word, meaning]) => [word.replace('$', ''), meaning])),
  }
})
