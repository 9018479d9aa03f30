const ENDS = new Set(['。', '！', '？', '!', '?'])

/** Lines of a reply without the white space around them; empty ones left out. */
export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Sentences of a line with their full stops. What stands between “ and ” is never cut. */
export function sentencesOf(line: string): readonly string[] {
  const found: string[] = []
  let depth = 0
  let start = 0
  for (const [at, character] of [...line].entries()) {
    depth = depthAfter(character, depth)
    if (depth > 0 || !ENDS.has(character)) continue
    found.push(line.slice(start, at + 1))
    start = at + 1
  }
  return [...found, line.slice(start)].map((s) => s.trim()).filter((s) => s !== '')
}

function depthAfter(character: string, depth: number): number {
  if (character === '“') return depth + 1
  return character === '”' ? Math.max(0, depth - 1) : depth
}
