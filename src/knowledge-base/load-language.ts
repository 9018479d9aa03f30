import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Aspect } from '../domain/fact.ts'
import type { Concept, ConceptId, Level } from '../domain/notice.ts'
import type { Language } from '../domain/pack.ts'
import { useSimplified } from '../text/normalise.ts'
import { useSounds } from '../text/sound.ts'
import { useDictionary } from '../text/words.ts'
import { conceptsOf, PLAIN_CONCEPT } from './concepts-of.ts'
import { readYaml } from './read-yaml.ts'
import {
  ConceptsFile,
  DialectsFile,
  HintsFile,
  QuestionsFile,
  SharedSilencesFile,
  TalkFile,
  ValuesFile,
  WalkWordsFile,
} from './schemas.ts'

/** A gap that any application notice may have, with the concept that people ask it by. */
export interface SharedSilence {
  readonly id: string
  readonly what: string
  readonly ask: Level
  /** What must be asked of it; empty: anything. */
  readonly aspects: readonly Aspect[]
}

/** What `knowledge/language` brings to every pack. */
export interface SharedLanguage {
  readonly language: Language
  readonly concepts: readonly Concept[]
  readonly silences: readonly SharedSilence[]
  readonly hints: Readonly<Record<ConceptId, readonly string[]>>
}

// Made from packages by `npm run words:build`.
const DICTIONARY = 'words.txt'
const SOUNDS = 'sounds.txt'
const SIMPLIFIED = 'simplified.txt'
function readDictionary(folder: string, faults: string[]): void {
  try {
    useDictionary(readFileSync(join(folder, DICTIONARY)))
    useSounds(readFileSync(join(folder, SOUNDS), 'utf8'))
    useSimplified(readFileSync(join(folder, SIMPLIFIED), 'utf8'))
  } catch {
    faults.push(
      `${DICTIONARY}, ${SOUNDS} or ${SIMPLIFIED}: is missing or cannot be read: make them with npm run words:build`,
    )
  }
}

/** Reads the language folder; adds faults instead of throwing. */
export function loadLanguage(folder: string, faults: string[]): SharedLanguage | undefined {
  readDictionary(folder, faults)
  const questions = readYaml(folder, 'questions.yaml', QuestionsFile, faults)
  const values = readYaml(folder, 'values.yaml', ValuesFile, faults)
  const talk = readYaml(folder, 'talk.yaml', TalkFile, faults)
  const concepts = readYaml(folder, 'concepts.yaml', ConceptsFile, faults)
  const silences = readYaml(folder, 'silences.yaml', SharedSilencesFile, faults)
  const walk = readYaml(folder, 'walkthrough.yaml', WalkWordsFile, faults)
  const dialects = readYaml(folder, 'dialects.yaml', DialectsFile, faults)
  const hints = readYaml(folder, 'hints.yaml', HintsFile, faults)
  if (!hints || !questions || !values || !talk || !concepts || !silences || !dialects || !walk) return undefined
  const silenceEntries = Object.entries(silences.silences)
  return {
    language: {
      aspects: questions.aspects as Language['aspects'],
      marks: { ...questions.marks, ...questions['back-references'] },
      talk,
      dialects: dialects.dialects,
      media: values.media,
      ranks: values.ranks,
      levels: values.levels,
      names: values.names,
      walk,
    },
    concepts: [
      ...conceptsOf(concepts.concepts),
      ...conceptsOf(
        Object.fromEntries(silenceEntries.map(([id, s]) => [id, { ...PLAIN_CONCEPT, name: s.what, words: s.words }])),
      ),
    ],
    hints: hints.hints,
    silences: silenceEntries.map(([id, s]) => ({ id, what: s.what, ask: s.ask, aspects: s.aspects })),
  }
}
