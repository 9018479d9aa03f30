import { readFileSync } from 'node:fs'
import { useSimplified } from '../../src/text/normalise.ts'
import { useSounds } from '../../src/text/sound.ts'
import { useDictionary } from '../../src/text/words.ts'

// Words are cut with one dictionary for the whole process; tests of pure text functions load no pack that would bring it.
useDictionary(readFileSync('knowledge/language/words.txt'))
useSimplified(readFileSync('knowledge/language/simplified.txt', 'utf8'))
useSounds(readFileSync('knowledge/language/sounds.txt', 'utf8'))
