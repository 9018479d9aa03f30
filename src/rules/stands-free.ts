import type { Gazetteer } from '../domain/gazetteer.ts'
import type { Candidate } from '../domain/region.ts'
import type { Word } from '../text/words.ts'

/** A stretch of a text that is the name of places. */
export interface Named {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly candidates: readonly Candidate[]
  /** Another name stands before it, with a word that sets names side by side. */
  readonly isBeside?: boolean
}

// What may stand before and after a name that is also an ordinary word (和平, 城区) or may be cut from two (和县).
const BEFORE =
  /(?:^|[,.;:!?、(（"'“”\s]|我们|咱们?|俺们?|我|在|是|问下?|像|比如|除了?|请问|就说|还有|隔壁|位于|来自|关于|代表|(?:^|[,.;:!?、\s])那么?)$/u
/** What a question goes on with after the name of a place. */
export const GOES_ON =
  /^(?:$|[,.;:!?、)）"'“”\s]|能|可|算|想|要|属|是|归|走|有|在|呢|报|申|试|示|名额|分|推|该|应|这|那|够|行|上|没|不|到底|作为|单独|自己|也|的话|的(?:$|[那呢吧吗,.!?]|示范|试点|名额|指标|资格|身份)|怎|咋|按|对|适|跟|和|与|还|以前|从前|原来|原先|过去|本来|现在|眼下|目前|如今|今年|去年|这次|本次|去(?:申|报|冲|争|评)|[二两三四五六七八九十\d]+个|[都均](?:能|可|算|属|是|归|走|报|想|要)|虽然|尽管|因为|既然|已经|一直|评|入选|进[了没入]|列[入进]|排[进没]|之前|此前|上次|早就|曾|凭|拿|够|各|准备|打算|计划|这[边块儿里]|那[边块儿里]|底下|下面|下辖|整|全)/u
// Of characters that make no word together, one side is enough, and it may be more.
const MORE_BEFORE = /(?:[那和跟与及或说查给帮替叫对让拿比把被像家乡里]|还是|到底|究竟|听说|知道|至于|如果|假如)$/u
const MORE_AFTER =
  /^(?:[今明本此现目哪啥几多为全都又才就只同比被当做若如之吧吗嘛呀么嘅哈咧一已会需须必从来去选评参入进比局人]|什么|政府|如何|县里|区里|市里)/u
const GENERIC_ENDING = /[区县市旗州盟]$/u
const PAIR = 2

/** Whether a stretch of the text begins where a name may, and ends where one may: what a row of names needs at its ends. */
export const opensFree = (text: string, start: number): boolean => BEFORE.test(text.slice(0, start))
export const endsFree = (text: string, end: number): boolean => GOES_ON.test(text.slice(end))

/** Whether a dictionary word runs over an end of the stretch. */
export const isCut = (start: number, end: number, words: readonly Word[]): boolean =>
  words.some((w) => w.start < end && start < w.end && w.end - w.start > 1 && cuts(w, start, end))

/** Whether a name stands as one. A name in full does, unless it cuts a word; a shorter one must also be no ordinary word where it stands. */
export function standsFree(
  { text, start, end, candidates, isBeside = false }: Named,
  words: readonly Word[],
  regions: Gazetteer,
): boolean {
  const inside = words.filter((w) => w.start < end && start < w.end)
  const before = text.slice(0, start)
  const after = text.slice(end)
  const between = (): boolean =>
    (isBeside || BEFORE.test(before)) && (GOES_ON.test(after) || startsPart(after, regions))
  // 徐水能报吗 holds 水能: what stands on both sides decides then. 云梦泽 is another name.
  const isFull = candidates.some((c) => c.by === 'official' || c.by === 'former') && end - start > PAIR
  if (!isFull && inside.some((w) => w.end - w.start > 1 && cuts(w, start, end) && !isPlaceTag(w.tag))) return between()
  const isPair = end - start === PAIR
  const [word] = inside
  const isWord = inside.length === 1 && word !== undefined && !cuts(word, start, end)
  // 市和县 holds 和县, which the dictionary knows.
  const mayBeTwo = isPair && text.slice(start, end).endsWith('县')
  if (isWord && (isFull || isPlaceTag(word.tag)) && !mayBeTwo) return true
  if (isWord || mayBeTwo) return between()
  if (!isPair) return true
  if (between()) return true
  const opens = BEFORE.test(before) || MORE_BEFORE.test(before)
  const goesOn = GOES_ON.test(after) || MORE_AFTER.test(after) || startsPart(after, regions)
  // 魔都整个市: nobody says so of anything else.
  if (candidates.every((c) => c.by === 'nickname') && (opens || goesOn)) return true
  const isVague = GENERIC_ENDING.test(text.slice(start, end)) || inside.some((w) => FUNCTION.test(w.tag))
  return isVague ? opens && goesOn : opens || goesOn
}

// Particles, pronouns, numbers and directions are in most sentences (道里, 上思, 任县).
const FUNCTION = /^[cpurdmqyf]/u
const isPlaceTag = (tag: string): boolean => /^n[srzt]/u.test(tag)
const cuts = (w: Word, start: number, end: number): boolean => w.start < start || w.end > end

const startsPart = (rest: string, { rules }: Gazetteer): boolean =>
  [...rules.zones, ...Object.keys(rules.below)].some((z) => rest.startsWith(z))
