/** Gives the result of `work`, or rejects with `problem` once it takes too long; the work itself goes on unseen. */
export function inTime<T>(work: Promise<T>, timeoutMs: number, problem: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(problem)), timeoutMs)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
