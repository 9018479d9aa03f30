/** A cell of a table as a person sees it. */
export interface Cell {
  /** Text with `\n` between its lines, trimmed. */
  readonly text: string
  /** It belongs to a merged cell that begins further up or left and shows its text. */
  readonly covered: boolean
}

export interface Row {
  /** From 1: the row of a sheet or the line of a text file; elsewhere the count of rows and paragraphs so far. */
  readonly line: number
  readonly cells: readonly Cell[]
  /** The file does not show it: it may be a leftover, or a row that a filter hides. */
  readonly isHidden?: boolean
}

/**
 * What any file holds, in order: tables with their merged cells laid out, and paragraphs. `flows` tables are lines whose parts
 * stand under one another without drawn borders: they may be columns of a page, and the last `tail` of them paragraphs. A table
 * that `continues` is the rest of the one before, on the next page. `hidden` is what the file does not show.
 */
export type Block =
  | {
      readonly is: 'table'
      readonly rows: readonly Row[]
      readonly flows?: boolean
      readonly tail?: number
      readonly continues?: boolean
    }
  | { readonly is: 'text'; readonly line: number; readonly text: string }
  | { readonly is: 'hidden'; readonly what: string; readonly rows: readonly Row[] }

/** A cell that stands for itself. */
export const cell = (text: string): Cell => ({ text: tidy(text), covered: false })

/** Text without control characters and outer blanks; lines are kept. */
export const tidy = (text: string): string =>
  text
    .replace(/\r\n?/gu, '\n')
    .replace(/(?![\n\t])\p{Cc}|\p{Cf}/gu, '')
    .split('\n')
    .map((l) => l.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, ''))
    .filter((l) => l !== '')
    .join('\n')
