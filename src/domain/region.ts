/** Six digits of GB/T 2260; units that the standard does not hold have a code of `knowledge/regions/regions.yaml`. */
export type RegionCode = string

/** An administrative division. */
export interface Region {
  readonly code: RegionCode
  /** Official name, e.g. 昌平区. */
  readonly name: string
  /** Exact administrative type, as the gazetteer names it (县级市, 直辖市的区). */
  readonly type: RegionType
  /** The division right above: a prefecture, or a province. None above a province. */
  readonly parent?: RegionCode
}

/** A type of the gazetteer's own list; which of them a notice admits is for its pack to say. */
export type RegionType = string

/** Why a name fits a region: written in full, shortened (a zone's shortened name by itself), as it was called before, as people call it, or as it sounds or looks. */
export type NamedBy = 'official' | 'short' | 'zone' | 'former' | 'nickname' | 'sound'

/** A region that a name may mean. `until` is the year up to which a former name held. */
export interface Candidate {
  readonly region: Region
  readonly by: NamedBy
  readonly until?: number
}

/** What one name by itself can mean; several candidates are never decided by a guess. */
export interface RegionNames {
  /** Divisions that a whole name (a table's cell, without anything around it) means, best reading only; `within` keeps those at or below a region. */
  candidatesFor(name: string, within?: RegionCode): readonly Candidate[]
  /** The province-level unit at or above a region. */
  provinceOf(code: RegionCode): Region
  get(code: RegionCode): Region
}
