import type { Gazetteer } from '../../domain/gazetteer.ts'
import type { IsoDate } from '../../domain/notice.ts'
import type { Pack } from '../../domain/pack.ts'
import type { WalkMemory, Walkthroughs } from '../../domain/walkthrough.ts'

/** What is kept of a person before and after a turn: what the sentences of walk-throughs are worked out from again. */
export interface KeptWalks {
  readonly before?: WalkMemory
  readonly after?: WalkMemory
  readonly day: IsoDate
}

/** What truths are made from. */
export interface TruthSources extends KeptWalks {
  readonly pack: Pack
  readonly walkthroughs: Walkthroughs
  readonly regions?: Gazetteer
}
