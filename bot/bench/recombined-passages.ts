/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const pick = <T>(from: readonly T[], random: () => number): T => from[Math.floor(random() * from.length)]!

/** So many different passages, each of two to five phrases of the given texts; always the same ones. */
export function recombinedPassages(texts: readonly string[], count: number, seed = 582): readonly string[] {
  const random = seededRandom(seed)
  const phrases = [...new Set(texts.flatMap((text) => text.split(/[\n，。；：,;:]\s*/u)))].filter((p) => p.length >= 4)
  const passages = new Set<string>()
  while (passages.size < count) {
    passages.add(Array.from({ length: 2 + Math.floor(random() * 4) }, () => pick(phrases, random)).join('，'))
  }
  return [...passages]
}

/** Questions as people type them: a piece of one of the passages with a character left out. */
export function questionsOn(passages: readonly string[], count: number, seed = 718): readonly string[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => {
    const passage = pick(passages, random)
    const start = Math.floor(random() * Math.max(1, passage.length - 20))
    const lost = 1 + Math.floor(random() * 10)
    return [...passage.slice(start, start + 12 + Math.floor(random() * 12))].filter((_, at) => at !== lost).join('')
  })
}
