/** How many entries are kept and for how long since they were last set; `nowMs` only ever grows. */
export interface RecentLimits {
  readonly maxCount: number
  readonly maxAgeMs: number
  readonly nowMs: () => number
}

/** A map that keeps only the entries set last. All share one age limit, so the oldest always stands first. */
export class RecentEntries<V> {
  readonly #entries = new Map<string, { readonly value: V; readonly setAtMs: number }>()
  readonly #limits: RecentLimits

  constructor(limits: RecentLimits) {
    this.#limits = limits
  }

  get size(): number {
    return this.#entries.size
  }

  get(key: string): V | undefined {
    this.#forgetOld()
    return this.#entries.get(key)?.value
  }

  set(key: string, value: V): void {
    this.#entries.delete(key)
    this.#entries.set(key, { value, setAtMs: this.#limits.nowMs() })
    this.#forgetOld()
  }

  delete(key: string): void {
    this.#entries.delete(key)
  }

  clear(): void {
    this.#entries.clear()
  }

  #forgetOld(): void {
    const oldestMs = this.#limits.nowMs() - this.#limits.maxAgeMs
    for (const [key, { setAtMs }] of this.#entries) {
      if (this.#entries.size <= this.#limits.maxCount && setAtMs >= oldestMs) return
      this.#entries.delete(key)
    }
  }
}
