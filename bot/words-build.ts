import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commonWords } from '../src/ingestion/common-words.ts'

writeFileSync(join(process.cwd(), 'knowledge', 'language', 'words.txt'), commonWords())
