import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { traditionalCharacters } from '../src/ingestion/common-characters.ts'
import { commonSounds } from '../src/ingestion/common-sounds.ts'
import { commonWords } from '../src/ingestion/common-words.ts'

// Made from the packages once, so that the running assistant loads a quarter of the words and no pinyin library.
const folder = join(process.cwd(), 'knowledge', 'language')
writeFileSync(join(folder, 'words.txt'), commonWords())
writeFileSync(join(folder, 'sounds.txt'), commonSounds())
writeFileSync(join(folder, 'simplified.txt'), traditionalCharacters())
