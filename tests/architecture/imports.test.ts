import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageOf, readSources, type Source } from '../support/sources.ts'

const src = readSources('src')
const bot = readSources('bot')
const all = [...src, ...bot]

/** Arrows point inward: a file imports from its own ring or from one with a smaller number. */
const rings: readonly (readonly [folder: RegExp, ring: number])[] = [
  [/^src\/domain\//, 0],
  [/^src\/(rules|text|understanding)\//, 1],
  [/^src\/(knowledge-base|retrieval|llm|storage|ingestion)\//, 2],
  [/^src\/(config|clock|errors|logger|loopback|project-root)\.ts$/, 2],
  [/^src\/(answering|evaluation)\//, 3],
  [/^src\/assembly\.ts$/, 3],
  [/^bot\/flows\//, 3],
  [/^bot\//, 4],
]
const ringOf = (path: string) => rings.find(([folder]) => folder.test(path))?.[1]
const isPure = ({ path }: Source) => (ringOf(path) ?? 9) <= 1 || path.startsWith('bot/flows/')

/** Makes the tables of knowledge/language from packages that the running assistant does not need. */
const BUILD_TIME = /^src\/ingestion\/common-/

/** The echo bot that the bench measures against is a bare server of the same make. */
const ECHO = 'bot/bench/echo-server.ts'

const pathsWith = (sources: readonly Source[], pattern: RegExp) =>
  sources.filter(({ code }) => pattern.test(code)).map(({ path }) => path)
const importersOf = (name: RegExp) =>
  all.filter(({ imports }) => imports.some((to) => name.test(to))).map(({ path }) => path)

describe('the house', () => {
  it('gives every file a ring', () => {
    expect(all.map(({ path }) => path).filter((path) => ringOf(path) === undefined)).toEqual([])
  })

  it('has arrows that point inward only', () => {
    const outward = all.flatMap(({ path, imports }) =>
      imports.filter((to) => (ringOf(to) ?? -1) > (ringOf(path) ?? 9)).map((to) => `${path} → ${to}`),
    )
    expect(outward).toEqual([])
  })

  it('never lets src import bot, or either import tests', () => {
    const wrong = [
      ...src.filter(({ imports }) => imports.some((to) => to.startsWith('bot/'))),
      ...all.filter(({ imports }) => imports.some((to) => to.startsWith('tests/'))),
    ]
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  it('has no import cycles', () => {
    expect(findCycle(all)).toBeUndefined()
  })

  it('imports files that exist, with their extension', () => {
    const missing = all.flatMap(({ path, imports }) =>
      imports
        .filter((to) => /^(src|bot)\//.test(to) && !(to.endsWith('.ts') && existsSync(to)))
        .map((to) => `${path} → ${to}`),
    )
    expect(missing).toEqual([])
  })

  it('declares every package that it imports', () => {
    const { dependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
    const declared = Object.keys({ ...dependencies, ...optionalDependencies })
    const running = all.filter(({ path }) => !BUILD_TIME.test(path))
    const used = new Set(running.flatMap(({ imports }) => imports.map(packageOf).filter((name) => name !== undefined)))
    expect([...used].filter((name) => !declared.includes(name))).toEqual([])
  })

  it('keeps code out of knowledge and prompts', () => {
    const names = ['knowledge', 'prompts'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }),
    )
    expect(names.filter((name) => /\.[cm]?[jt]sx?$/.test(name))).toEqual([])
  })
})

describe('decisions', () => {
  const pure = all.filter(isPure)

  it('do no input or output', () => {
    expect(pathsWith(pure, /\b(process\.|console\.|fetch\(|setTimeout|setInterval)/)).toEqual([])
    expect(pure.filter(({ imports }) => imports.some((to) => to.startsWith('node:'))).map(({ path }) => path)).toEqual(
      [],
    )
  })
})

describe('one place each', () => {
  it('reads the environment: src/config.ts', () => {
    expect(pathsWith(all, /process\s*\.\s*env|process\s*\[|\{[^}]*\benv\b[^}]*\}\s*=\s*process/)).toEqual([
      'src/config.ts',
    ])
  })

  it('reads the time: src/clock.ts, and a bench its stop-watch', () => {
    expect(pathsWith(all, /new Date\(\s*\)|\bDate\.now\b|(?<!new )\bDate\(/)).toEqual(['src/clock.ts'])
    const stopwatches = pathsWith(all, /\bperformance\.|\bhrtime\b/).filter((path) => !path.startsWith('bot/bench/'))
    expect(stopwatches).toEqual(['src/clock.ts'])
  })

  it('imports restify: bot/server.ts', () => {
    expect(importersOf(/^restify/).filter((path) => path !== ECHO)).toEqual(['bot/server.ts'])
  })

  it('imports the Bot Framework: bot/channels/bot-framework*.ts', () => {
    const importers = importersOf(/^(botbuilder|botframework)/).filter((path) => path !== ECHO)
    expect(importers.filter((path) => !/^bot\/channels\/bot-framework[\w-]*\.ts$/.test(path))).toEqual([])
  })

  it('imports SQLite: src/storage/sqlite-store.ts, when it is used', () => {
    expect(importersOf(/^libsql/)).toEqual(['src/storage/sqlite-store.ts'])
    expect(pathsWith(all, /from 'libsql'/)).toEqual([])
  })

  it('imports LangChain: src/llm and one file of src/retrieval', () => {
    const importers = importersOf(/^(@langchain\/|langchain)/).filter((path) => !path.startsWith('src/llm/'))
    expect(importers.filter((path) => !path.startsWith('src/retrieval/'))).toEqual([])
    expect(importers.length).toBeLessThanOrEqual(1)
  })
})

describe('names and words', () => {
  it('are kebab-case and say what a file is about', () => {
    const names = all.map(({ path }) => basename(path, '.ts'))
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.flow)?$/.test(name))).toEqual([])
    expect(names.filter((name) => /(^|-)(utils?|helpers?|managers?|misc|common)$/.test(name))).toEqual([])
  })

  it('of the policy stand in the pack, not in the code', () => {
    expect(pathsWith(all, /知识产权|强国建设|〔\d{4}〕|\d{4}年\d{1,2}月/)).toEqual([])
  })
})

/** The first chain of imports that comes back to where it began. */
function findCycle(sources: readonly Source[]): readonly string[] | undefined {
  const importsOf = new Map(sources.map(({ path, imports }) => [path, imports]))
  const done = new Set<string>()
  function visit(path: string, chain: readonly string[]): readonly string[] | undefined {
    if (chain.includes(path)) return [...chain.slice(chain.indexOf(path)), path]
    if (done.has(path)) return undefined
    for (const to of importsOf.get(path) ?? []) {
      const cycle = visit(to, [...chain, path])
      if (cycle) return cycle
    }
    done.add(path)
    return undefined
  }
  for (const { path } of sources) {
    const cycle = visit(path, [])
    if (cycle) return cycle
  }
  return undefined
}
