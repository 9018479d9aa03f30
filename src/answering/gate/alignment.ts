/** For each character of one text its place in the other, or -1: the longest way to read both in order. */
export type Alignment = Int16Array

/** Aligns two texts by their longest common subsequence; runs are preferred to scattered characters. */
export function align(ours: string, theirs: string): Alignment {
  const width = theirs.length + 1
  const score = scores(ours, theirs, width)
  const places = new Int16Array(ours.length).fill(-1)
  for (let i = 0, j = 0; i < ours.length && j < theirs.length; ) {
    const here = score[i * width + j] ?? 0
    if (ours[i] === theirs[j] && here === (score[(i + 1) * width + j + 1] ?? 0) + worth(ours, theirs, i, j))
      places[i++] = j++
    else if (here === (score[(i + 1) * width + j] ?? 0)) i += 1
    else j += 1
  }
  return places
}

function scores(ours: string, theirs: string, width: number): Int32Array {
  const score = new Int32Array((ours.length + 1) * width)
  for (let i = ours.length - 1; i >= 0; i -= 1) {
    for (let j = theirs.length - 1; j >= 0; j -= 1) {
      const skip = Math.max(score[(i + 1) * width + j] ?? 0, score[i * width + j + 1] ?? 0)
      const match = ours[i] === theirs[j] ? (score[(i + 1) * width + j + 1] ?? 0) + worth(ours, theirs, i, j) : 0
      score[i * width + j] = Math.max(skip, match)
    }
  }
  return score
}

// A character whose neighbour matches too is worth more than one found alone.
const worth = (ours: string, theirs: string, i: number, j: number): number =>
  2 + (i > 0 && ours[i - 1] === theirs[j - 1] ? 1 : 0) + (i + 1 < ours.length && ours[i + 1] === theirs[j + 1] ? 1 : 0)

/** The share of letters and digits of the first text that found a place. */
export function coverage(ours: string, places: Alignment): number {
  const letters = [...ours].map((c, at) => ({ at, counts: /[\p{L}\p{N}]/u.test(c) })).filter((c) => c.counts)
  return letters.length === 0 ? 0 : letters.filter((c) => (places[c.at] ?? -1) >= 0).length / letters.length
}

/** The share of neighbouring characters that are neighbours in the second text too: scattered finds count little. */
export function likenessOf(ours: string, places: Alignment): number {
  const together = Array.from(ours).filter(
    (_, at) => at > 0 && (places[at] ?? -1) > 0 && (places[at] ?? -1) === (places[at - 1] ?? -1) + 1,
  ).length
  return ours.length < 2 ? 0 : together / (ours.length - 1)
}

/** The characters of the second text between the places that surround a stretch of the first. */
export function gapOf(
  places: Alignment,
  start: number,
  end: number,
  length: number,
): { readonly from: number; readonly to: number } {
  let before = start - 1
  while (before >= 0 && (places[before] ?? -1) < 0) before -= 1
  let after = end
  while (after < places.length && (places[after] ?? -1) < 0) after += 1
  return {
    from: before < 0 ? 0 : (places[before] ?? -1) + 1,
    to: after >= places.length ? length : (places[after] ?? length),
  }
}
