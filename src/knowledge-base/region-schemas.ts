import { z } from 'zod'

const code = z.string().regex(/^\d{6}$/)
const named = z.strictObject({ code, name: z.string().min(2), parent: code.optional(), why: z.string().optional() })
const endings = z.array(z.strictObject({ ending: z.string(), type: z.string() }))

/** `knowledge/regions/regions.yaml`: how the tables of divisions are made and what they leave out. */
export const RegionsFile = z.strictObject({
  source: z.strictObject({ package: z.string(), version: z.string(), licence: z.string(), 'as-of': z.iso.date() }),
  types: z.strictObject({ province: endings, prefecture: endings, county: endings }),
  'exact-types': z.record(code, z.string()),
  'under-municipality': z.record(z.string(), z.string()),
  municipality: z.string(),
  'under-area': z.strictObject({ of: z.string(), types: z.record(z.string(), z.string()) }),
  'sub-provincial': z.strictObject({ type: z.string(), codes: z.array(code) }),
  placeholders: z.array(z.string()),
  'not-divisions': z.array(z.strictObject({ code, why: z.string() })),
  additions: z.array(named),
  corps: z.strictObject({ code, name: z.string(), type: z.string(), cities: z.string(), 'lies-in': code }),
  outside: z.array(z.strictObject({ code, name: z.string(), type: z.string() })),
  zones: z.strictObject({ type: z.string(), additions: z.array(named) }),
  names: z.strictObject({
    endings: z.array(z.string()),
    peoples: z.array(z.string()),
    autonomous: z.record(z.string(), z.string()),
    abbreviations: z.record(z.string().length(1), code),
    zones: z.array(z.string()),
    generic: z.array(z.string()),
    geographic: z.array(z.string()),
    lookalikes: z.record(z.string().length(1), z.string().min(1)),
    below: z.record(z.string(), z.string()),
  }),
})
export type RegionsFile = z.infer<typeof RegionsFile>

/** A row of divisions.csv or zones.csv. */
export const RegionRow = z.strictObject({ code, name: z.string().min(2), type: z.string().min(1), parent: z.string() })
/** A row of former-names.csv: a former name, the year in which it ended where that is known, and a division that holds its area now. */
export const FormerRow = z.object({
  former: z.string().min(2),
  former_parent: z.string().min(2),
  year: z.union([z.literal('').transform(() => undefined), z.coerce.number().int().min(1949)]),
  successor_code: code,
  successor_name: z.string(),
})
/** A row of nicknames.csv. */
export const NicknameRow = z.strictObject({ nickname: z.string().min(2), code, name: z.string() })
/** A row of a pack's attachments/<table>.csv: a region on the list, as the source names it. */
export const ListRow = z.strictObject({
  code,
  name: z.string().min(2),
  category: z.string(),
  source: z.string().min(1),
  evidence: z.string(),
})
