/** Whether a quote is verbatim in a text: its pieces, joined by `…`, stand there in this order. */
export function isVerbatim(quote: string, text: string): boolean {
  let from = 0
  for (const piece of quote.split('…')) {
    const at = text.indexOf(piece, from)
    if (at < 0) return false
    from = at + piece.length
  }
  return true
}
