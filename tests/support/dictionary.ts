import { readFileSync } from 'node:fs'
import { useDictionary } from '../../src/text/words.ts'

// Words are cut with one dictionary for the whole process; tests of pure text functions load no pack that would bring it.
useDictionary(readFileSync('knowledge/language/words.txt'))
