import { parseArgs } from 'node:util'
import { readInstant } from '../../src/clock.ts'
import type { Answer } from '../../src/domain/answer.ts'
import { zhCn } from '../copy/zh-cn.ts'

const copy = zhCn.commandLine

/** What a person typed after the command. */
export interface CommandLine {
  readonly question: string
  readonly json: boolean
  readonly now?: Date
  readonly notice?: string
  /** Where to save the rows of the lists that are answered. */
  readonly csv?: string
}

/** Reads the arguments; a string is what is wrong with them, in Chinese. */
export function readCommandLine(args: readonly string[]): CommandLine | string {
  const parsed = parse(args)
  if (!parsed) return copy.badOption
  const { values, positionals } = parsed
  const now = values.now === undefined ? undefined : readNow(values.now)
  if (values.now !== undefined && !now) return copy.badNow
  return { question: positionals.join(' ').trim(), json: values.json, now, notice: values.notice, csv: values.csv }
}

/** An answer for the terminal: its text, which is whole in itself, and what to ask next. */
export function renderAnswer({ text: said, suggestions, downloads = [] }: Answer): string {
  const text = [said, ...downloads.filter((d) => d.isLong).map((d) => copy.tableHint(d.name, d.rows))].join('\n')
  if (suggestions.length === 0) return text
  return [text, '', `${copy.suggestions}：`, ...suggestions.map((suggestion) => `  · ${suggestion}`)].join('\n')
}

/** An answer for programs, as one JSON object on one line. */
export function renderJson({ outcome, text, citations, suggestions, downloads }: Answer): string {
  return JSON.stringify({ outcome, text, citations, suggestions, ...(downloads && { downloads }) })
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        now: { type: 'string' },
        notice: { type: 'string' },
        csv: { type: 'string' },
      },
    })
  } catch {
    return undefined
  }
}

/** A bare date means noon of that day in Beijing. */
function readNow(text: string): Date | undefined {
  return readInstant(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T12:00:00+08:00` : text)
}
