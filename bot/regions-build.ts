import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildDivisions } from '../src/ingestion/build-divisions.ts'
import { readYaml } from '../src/knowledge-base/read-yaml.ts'
import { RegionsFile } from '../src/knowledge-base/region-schemas.ts'

// Made from the package once, so that the running assistant needs neither the package nor its cleaning.
const folder = join(process.cwd(), 'knowledge', 'regions')
const faults: string[] = []
const rules = readYaml(folder, 'regions.yaml', RegionsFile, faults)
if (!rules) {
  console.error(faults.join('\n'))
  process.exit(1)
}
const { divisions, zones } = buildDivisions(rules)
writeFileSync(join(folder, 'divisions.csv'), divisions)
writeFileSync(join(folder, 'zones.csv'), zones)
