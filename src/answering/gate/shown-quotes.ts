import type { Answer } from '../../domain/answer.ts'
import type { Pack } from '../../domain/pack.ts'
import { isVerbatim } from '../../text/quote.ts'
import { copy } from '../copy.ts'
import type { GateFault } from './gate-fault.ts'

const OPENING = copy.quote('').slice(0, -1)
const CLOSING = copy.quote('').slice(-1)

/** A text without the quotes it shows, and those among them that are not verbatim in a cited place. */
export interface QuotesTaken {
  readonly text: string
  readonly faults: readonly GateFault[]
}

/** Takes out all shown quotes: what is quoted is checked as a quote and is not read as a sentence. */
export function takeQuotes(answer: Answer, text: string, pack: Pack): QuotesTaken {
  if (!text.includes(OPENING)) return { text, faults: [] }
  const faults: GateFault[] = []
  const lines = withoutLongQuotes(text, answer)
    .split('\n')
    .map((line) => {
      const shown = quoteIn(line)
      if (shown === undefined) return line
      if (!isCitedText(shown, answer, pack)) faults.push({ sentence: line, what: 'quote', found: shown })
      return line.replace(OPENING + shown + CLOSING, '')
    })
  return { text: lines.join('\n'), faults }
}

// A clause may have several paragraphs: such a quote is taken out whole before the text is read line by line.
function withoutLongQuotes(text: string, { citations }: Answer): string {
  const long = citations.filter((c) => c.quote.includes('\n'))
  return long.reduce((rest, c) => rest.replace(copy.quote(c.quote), ''), text)
}

// Quotes may stand inside the quote: it ends with the last mark of the line.
function quoteIn(line: string): string | undefined {
  const start = line.indexOf(OPENING)
  const end = line.lastIndexOf(CLOSING)
  return start < 0 ? undefined : line.slice(start + OPENING.length, end > start ? end : undefined)
}

function isCitedText(quote: string, answer: Answer, pack: Pack): boolean {
  if (answer.citations.some((c) => c.quote === quote)) return true
  if (quote.trim() === '') return false
  return answer.citations.some((c) => isVerbatim(quote, pack.clauses.get(c.clause)?.text ?? c.quote))
}
