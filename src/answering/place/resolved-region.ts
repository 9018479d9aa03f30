import type { Candidate, RegionCode } from '../../domain/region.ts'

/** A region that a question is about, as it was written; a `part` of it or a `kind` in it may be what is meant. */
export interface ResolvedRegion extends Pick<Candidate, 'by' | 'until'> {
  readonly code: RegionCode
  readonly written: string
  readonly part?: string
  readonly kind?: string
}
