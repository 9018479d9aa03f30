/** Whether two facts hold for different tracks or stages: each names some and they share none. */
export const excludes = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some((x) => b.includes(x))
