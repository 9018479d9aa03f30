import type { Candidate, Region, RegionCode, RegionNames } from './region.ts'

/** A name that a division had, `until` a year where that is known. A split division has several successors. */
export interface FormerName {
  readonly name: string
  /** The division above it in those days (资阳市简阳市). */
  readonly parent: string
  readonly until?: number
  readonly successor: RegionCode
}

/** How names of divisions are shortened and what follows them: `names` of `knowledge/regions/regions.yaml`. */
export interface NameRules {
  /** Endings of official names, longest first (自治县, 地区, 市). */
  readonly endings: readonly string[]
  /** Words before an autonomous ending that people leave out (土家族, 蒙古). */
  readonly peoples: readonly string[]
  /** What an autonomous ending is called for short (自治州 → 州). */
  readonly autonomous: Readonly<Record<string, string>>
  /** One character for a province, written right before a name (沪浦东). */
  readonly abbreviations: Readonly<Record<string, RegionCode>>
  /** Words after a division's name that make a zone of it (高新区). */
  readonly zones: readonly string[]
  /** Endings of places that are no division but lie in the one whose name stands right before (汕尾红海湾). */
  readonly geographic: readonly string[]
  /** Characters of names, each with those that it is taken for (亳 → 毫). */
  readonly lookalikes: Readonly<Record<string, string>>
  /** Names of former districts that many cities had: they say a place only after their city's name (无锡市郊区). */
  readonly generic: readonly string[]
  /** Words for what is below county level, with their type (街道办 → 街道). */
  readonly below: Readonly<Record<string, string>>
}

/** All divisions and the names people have for them, as `knowledge/regions` holds them. */
export interface RegionTables {
  readonly asOf: string
  readonly divisions: readonly Region[]
  /** Zones, which are no divisions; their parent is the division in which they lie. */
  readonly zones: readonly Region[]
  readonly former: readonly FormerName[]
  readonly nicknames: readonly { readonly name: string; readonly code: RegionCode }[]
  readonly zoneType: string
  /** Regions that lie in another one without being governed by it. */
  readonly liesIn: ReadonlyMap<RegionCode, RegionCode>
  readonly rules: NameRules
}

/** The gazetteer, ready to look names up. */
export interface Gazetteer extends RegionNames {
  /** Day of the divisions, `YYYY-MM-DD`. */
  readonly asOf: string
  readonly rules: NameRules
  readonly zoneType: string
  readonly all: readonly Region[]
  /** Candidates of a name as it stands in a normalised text; empty when it is none. */
  lookUp(normalised: string): readonly Candidate[]
  /** Candidates whose name sounds like these characters. */
  soundingLike(normalised: string): readonly Candidate[]
  /** Candidates whose name has these folded syllables, as `soundOut` codes them. */
  soundingAs(code: string): readonly Candidate[]
  /** Whether the first region is the second or lies in it. */
  isWithin(code: RegionCode, above: RegionCode): boolean
  /** Whether the second region may stand before the first one's name: it is above it, or only around it (新疆石河子). */
  mayPrecede(code: RegionCode, before: RegionCode): boolean
  /** The regions above a region, nearest first. */
  above(code: RegionCode): readonly Region[]
  /** All divisions that lie in a region, at whatever depth. */
  below(code: RegionCode): readonly Region[]
  /** Length of the longest name that begins as a normalised text does at this place, in characters; 0 when none does. */
  longestAt(text: string, at: number): number
}
