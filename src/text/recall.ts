const MOST = 2_000
const SHORT = 120

/** A function of a text that remembers what it made of the last 2,000 of at most `longest` characters; the oldest is forgotten first. */
export function recall<T>(make: (text: string) => T, longest = SHORT): (text: string) => T {
  const memo = new Map<string, T>()
  return (text) => {
    if (text.length > longest) return make(text)
    const known = memo.get(text)
    if (known !== undefined) return known
    const made = make(text)
    memo.set(text, made)
    if (memo.size > MOST) memo.delete(memo.keys().next().value ?? '')
    return made
  }
}
