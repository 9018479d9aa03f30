import type { Clause } from '../domain/notice.ts'

const HEADING = /^## \{([^}]+)\} (.+)$/u

/** Clauses of a `notice.md` in order: `## {id} label`, then the verbatim text until the next heading. */
export function readNotice(markdown: string): readonly Clause[] {
  const clauses: { id: string; label: string; lines: string[] }[] = []
  for (const line of markdown.replace(/<!--[\s\S]*?-->/gu, '').split('\n')) {
    const heading = HEADING.exec(line)
    if (heading) clauses.push({ id: heading[1] ?? '', label: (heading[2] ?? '').trim(), lines: [] })
    else if (line.trim() !== '') clauses.at(-1)?.lines.push(line.trim())
  }
  return clauses.map(({ id, label, lines }) => ({ id, label, text: lines.join('\n') }))
}
