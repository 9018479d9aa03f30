import type { FormerName, RegionTables } from '../domain/gazetteer.ts'
import type { Candidate, Region, RegionCode } from '../domain/region.ts'
import { normalise } from '../text/normalise.ts'
import { formsOf } from './region-forms.ts'

/** A table of names that still takes names. */
export interface OpenNames {
  /** All candidates of a folded name. */
  find(name: string): readonly Candidate[]
  /** The best reading of a folded name; empty when it is none. */
  lookUp(name: string): readonly Candidate[]
  add(name: string, candidate: Candidate): void
  /** Puts one candidate in the place of all. */
  settle(name: string, candidate: Candidate): void
}

/** Adds the names that divisions had: by themselves, and behind the city of then where the name or the city alone means another place today. */
export function addFormerNames(
  names: OpenNames,
  { former, rules }: RegionTables,
  get: (code: RegionCode) => Region,
  isWithin: (code: RegionCode, above: RegionCode) => boolean,
): void {
  const candidateOf = ({ successor, until }: FormerName): Candidate => ({ region: get(successor), by: 'former', until })
  const meaning = (name: string): readonly Candidate[] => names.lookUp(normalise(name))
  for (const one of former) {
    if (rules.generic.includes(one.name)) continue
    for (const form of ownForms(one)) names.add(form, candidateOf(one))
  }
  // 沙县 shortens 沙县区, and was its name; 石柱县 is what people call 石柱土家族自治县 to this day.
  for (const one of former) {
    const [only, ...others] = meaning(one.name)
    const isAutonomous = Object.keys(rules.autonomous).some((ending) => only?.region.name.endsWith(ending))
    if (others.length === 0 && only?.by === 'short' && only.region.code === one.successor && !isAutonomous)
      names.settle(one.name, candidateOf(one))
  }
  for (const one of former) {
    const isIn = (form: string, code: RegionCode): boolean => meaning(form).some((p) => isWithin(code, p.region.code))
    const isPlain = meaning(one.name).every((c) => c.by === 'former') && isIn(one.parent, one.successor)
    if (isPlain && !rules.generic.includes(one.name)) continue
    // 九江市庐山 is 庐山市 of today, not 庐山区 of then.
    const isPresent = (parent: string, form: string): boolean =>
      meaning(form).some((c) => c.by !== 'former' && isIn(parent, c.region.code))
    for (const parent of formsOf(one.parent, rules))
      for (const form of ownForms(one)) if (!isPresent(parent, form)) names.add(`${parent}${form}`, candidateOf(one))
  }

  // Older names are hardly ever shortened any more, and what is left of them is mostly another word (公园区, 东郊区).
  function ownForms({ name, until }: FormerName): readonly string[] {
    return until === undefined || until >= SHORTENED_SINCE ? formsOf(name, rules) : [name]
  }
}
const SHORTENED_SINCE = 2000
