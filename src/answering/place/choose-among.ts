import type { PlaceFocus } from '../../domain/conversation.ts'
import type { Gazetteer } from '../../domain/gazetteer.ts'
import type { Region, RegionCode } from '../../domain/region.ts'
import type { PlaceName } from '../../rules/find-regions.ts'
import { formsOf } from '../../rules/region-forms.ts'
import { NUMBER, readNumber } from '../../text/numbers.ts'
import { soundOf, soundOut } from '../../text/sound.ts'

/** A message that may say which of the places offered is meant: its words without the names of places, those places, and the first ordinal. */
export interface Choice {
  readonly text: string
  readonly places: readonly PlaceName[]
  readonly ordinal?: number
}

/** 徐州的, 吉林那个, 第二个, 2, 那个县, 直辖市的: the candidates that a message picks; none when it picks none. */
export function chosenAmong(offered: PlaceFocus, choice: Choice, regions: Gazetteer): readonly RegionCode[] {
  const { candidates, code } = offered
  const isOpen = code === undefined
  if (choice.places.length > 0) return ofKind(byPlaces(candidates, choice, isOpen, regions), choice, regions)
  if (!isOpen && choice.text.length > SHORT) return []
  if (isOpen && candidates.length === 1 && YES.test(choice.text)) return candidates
  const at = positionIn(choice, isOpen)
  const placed = at === undefined ? undefined : candidates.at(at > 0 ? at - 1 : at)
  if (placed !== undefined) return [placed]
  return isOpen ? byWords(candidates, choice.text, regions) : []
}
const SHORT = 6

/** Whether a message says that none of the places offered is meant. */
export const choosesNone = (text: string): boolean =>
  /^(?:都|全|一个都|哪个都)?(?:不是|不对|没有)[的了吧啊呢哦,.!，。]*$/u.test(text)
const YES = /^(?:对|是|嗯|就是|没错|正是|好)[的它这那个吧啊呀了]*$/u

function byPlaces(
  candidates: readonly RegionCode[],
  { places, text }: Choice,
  isOpen: boolean,
  regions: Gazetteer,
): readonly RegionCode[] {
  const meant = places.filter((_, at) => !isDenied(text, at))
  const own = candidates.filter((c) => meant.some((p) => p.candidates.some((o) => o.region.code === c)))
  if (isOpen && meant.length === 0 && places.length > 0)
    return candidates.filter((c) => !places.some((p) => p.candidates.some((o) => regions.mayPrecede(c, o.region.code))))
  if (own.length > 0) return isOpen || places.every((p) => p.candidates.length > 1) ? own : []
  if (!isOpen && !CHOOSES.test(text)) return []
  return candidates.filter((c) =>
    meant.some((p) => p.candidates.some((o) => o.region.code !== c && regions.mayPrecede(c, o.region.code))),
  )
}
// 辽宁的地级市, 承德那个县: the place above and the kind together.
function ofKind(chosen: readonly RegionCode[], { places, text }: Choice, regions: Gazetteer): readonly RegionCode[] {
  if (chosen.length < 2) return chosen
  const kinds = places.flatMap((p) => p.kind ?? [])
  const fitting = chosen.filter((c) => kinds.some((k) => regions.get(c).name.endsWith(k)))
  const told = fitting.length > 0 ? fitting : byWords(chosen, text, regions)
  return told.length > 0 ? told : chosen
}
// The name, and at most a few words that point: otherwise the place above is itself what is asked about.
const CHOOSES = /[\u25a0-\u25f9](?:的|那个|那边|那里|市?区?的?那个)|那个|的[那这]|^[\u25a0-\u25f9]+[呢?]*$/u

// 北京的，不是南通的: a place after a no is not meant.
function isDenied(text: string, at: number): boolean {
  const sign = [...new Set(text.match(/[\u25a0-\u25f9]/gu) ?? [])][at]
  return sign !== undefined && /(?:不是|不要|不选|并非)$/u.test(text.slice(0, text.indexOf(sign)))
}

// 2, 选2, 就第二, 最后一个: what was offered is counted.
function positionIn({ text, ordinal }: Choice, isOpen: boolean): number | undefined {
  if (ordinal !== undefined) return ordinal
  if (!isOpen) return undefined
  const bare = BARE.exec(text)?.[1]
  if (bare !== undefined) return readNumber(bare)
  if (/^(?:就|是|选|要)?(?:[上前]面?|第?一)(?:那|一)?[个边]/u.test(text)) return 1
  return /^(?:就|是|选|要)?[后下]面?(?:那|一)?[个边]/u.test(text) ? -1 : undefined
}
const BARE = new RegExp(
  `^(?:我?们?(?:就|是|选|要|说的是)*)?(?:序号|编号)?第?(${NUMBER})(?:个|号|项|条|处)?[的那个吧啊呀呢哈,.、。!)）]*$`,
  'u',
)

// In a message that long something else is said.
const LONGEST = 14
function byWords(candidates: readonly RegionCode[], text: string, regions: Gazetteer): readonly RegionCode[] {
  if (text.length > LONGEST) return []
  const only = (fits: (region: Region) => boolean): readonly RegionCode[] => {
    const fitting = candidates.filter((c) => fits(regions.get(c)))
    return fitting.length < candidates.length ? fitting : []
  }
  const ending = /[那这]个?([区县市州旗省盟])(?!里)/u.exec(text)?.[1]
  if (ending !== undefined) return only((r) => r.name.endsWith(ending))
  const heard = only((r) => sounds(text, [r, ...regions.above(r.code)], regions))
  if (heard.length > 0) return heard
  const typed = only((r) => says(text, r.type))
  return typed.length > 0 ? typed : only((r) => regions.above(r.code).some((a) => text.includes(a.type)))
}

// 地级市的那个, 就那个地级的; 地级市的区 is of another type.
const says = (text: string, type: string): boolean =>
  (text.includes(type) && !text.includes(`${type}的`)) ||
  (type.length > 2 && text.includes(`${type.slice(0, -1)}的`) && !text.includes(type))

// 常春的, changchun: a slip in the name of a place above, which by itself could be anything.
function sounds(text: string, path: readonly Region[], { rules }: Gazetteer): boolean {
  const said = codesOf(text)
  return path.some(({ name }) => formsOf(name, rules).some((form) => said.includes(soundOf(form).code)))
}
const codesOf = (text: string): string =>
  soundOut(text.replaceAll(' ', ''))
    .map((s) => s.code)
    .join('')
