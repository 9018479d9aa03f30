import type { Gazetteer } from '../domain/gazetteer.ts'
import type { Pack } from '../domain/pack.ts'
import type { Tables } from '../domain/table.ts'
import { loadRegions } from './load-regions.ts'
import { loadTables } from './load-tables.ts'

/** The gazetteer and the tables that a pack brings. The pack must be loaded before: names are folded with its language. Throws `PackFaults`. */
export function loadPlaces(
  folders: { readonly pack: string; readonly regions: string },
  pack: Pack,
): { readonly regions: Gazetteer; readonly own: Tables } {
  const regions = loadRegions(folders.regions)
  return { regions, own: loadTables(folders.pack, pack.tables, regions) }
}
