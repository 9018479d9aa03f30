import search from 'approx-string-match'
import { type Syllable, soundOut } from '../text/sound.ts'
import { type Entry, type Lexicon, LONGEST_KEY, type MentionKind } from './lexicon.ts'

/** A place where a text names something, as characters `start`–`end`. `via` tells how surely: as written, by sound, or with a syllable wrong. */
export interface Mention {
  readonly kind: MentionKind
  readonly id: string
  readonly start: number
  readonly end: number
  readonly via: 'text' | 'sound' | 'near'
}

const LONGEST_GAP = 6

/** Whether a span reads as it was meant: it cuts through a word of the dictionary, or is made of such words only. */
export type CutsWord = (start: number, end: number) => boolean

/** How much is forgiven: words as written and the sound of longer ones, or also the sound of short words and a wrong syllable in long ones. */
export type Leniency = 'close' | 'wide'

/** All mentions in a normalised text. Shorter words inside longer ones of the same kind are left out. */
export function findMentions(
  text: string,
  lexicon: Lexicon,
  cutsWord: CutsWord,
  leniency: Leniency,
): readonly Mention[] {
  const syllables = soundOut(text)
  const written = writtenMentions(text, lexicon)
  const heard = [...written, ...heardMentions(text, syllables, lexicon, written, cutsWord, leniency)]
  return dropCovered(leniency === 'wide' ? [...heard, ...nearMentions(syllables, lexicon, heard)] : heard, text)
}

// One syllable wrong or missing, where nothing else was found.
function nearMentions(syllables: readonly Syllable[], lexicon: Lexicon, found: readonly Mention[]): readonly Mention[] {
  const joined = syllables.map((s) => s.code).join('')
  const candidates = new Set<Entry>()
  for (let at = 0; at + 1 < joined.length; at++)
    for (const entry of lexicon.byHalf.get(joined.slice(at, at + 2)) ?? []) candidates.add(entry)
  return [...candidates].flatMap((entry): Mention[] => {
    const match = search(joined, entry.sound, 1).find((m) => m.errors === 1 && m.end > m.start)
    if (!match) return []
    const start = syllables[match.start]?.start ?? 0
    const end = syllables[match.end - 1]?.end ?? 0
    return overlapsContent(found, start, end, entry.id)
      ? []
      : [{ kind: entry.kind, id: entry.id, start, end, via: 'near' }]
  })
}

function writtenMentions(text: string, { byText }: Lexicon): Mention[] {
  const found: Mention[] = []
  for (let at = 0; at < text.length; at++)
    for (let length = LONGEST_KEY; length > 0; length--)
      for (const entry of byText.get(text.slice(at, at + length)) ?? []) {
        const end = asksBothWays(text, at) ? 0 : endOf(entry, text, at)
        if (end > 0) found.push({ kind: entry.kind, id: entry.id, start: at, end, via: 'text' })
      }
  return found
}

// 在不在附件, 算不算试点: asked both ways, nothing is denied.
const asksBothWays = (text: string, at: number): boolean =>
  /[不没]/u.test(text[at] ?? '') && at > 0 && text[at - 1] === text[at + 1]

// What a gap must not span: another clause, another item, a denial (方案不用批准 is not 方案批准; 需不需要 denies nothing).
const BREAKS = /[。!?;\n, 、和与及]|(?<!用)不用|(?<!需)不需|(?<!必)不必|无需|无须|没必要|(?<!要)不要/u
// The end of an entry that starts here, or 0. Latin words end where the letters end.
function endOf(entry: Entry, text: string, at: number): number {
  const first = entry.pieces[0] ?? ''
  if (!text.startsWith(first, at)) return 0
  let end = at + first.length
  for (let n = 1; n < entry.pieces.length; n++) {
    const piece = entry.pieces[n] ?? ''
    const next = text.indexOf(piece, end)
    if (next < 0 || next - end > LONGEST_GAP || BREAKS.test(text.slice(end, next))) return 0
    end = next + piece.length
  }
  if (entry.atEnd && !/^(?:[\s?。.!~、,]|[啊呀哦呢嘞哈咯哟])*$/u.test(text.slice(end))) return 0
  return isLatin(text, at) && cutsLatin(text, at, end, first) ? 0 : end
}

const isLatin = (text: string, at: number): boolean => text.charCodeAt(at) >= 0x61 && text.charCodeAt(at) <= 0x7a
// Short words end where the letters end (can a is not in can apply); longer ones may take an ending (apply, applying).
const cutsLatin = (text: string, at: number, end: number, first: string): boolean =>
  (at > 0 && isLatin(text, at - 1)) || (/(?:^|[^a-z])[a-z]{1,4}$/u.test(first) && isLatin(text, end))

function heardMentions(
  text: string,
  syllables: readonly Syllable[],
  lexicon: Lexicon,
  written: readonly Mention[],
  cutsWord: CutsWord,
  leniency: Leniency,
): Mention[] {
  const joined = syllables.map((s) => s.code).join('')
  const exact = syllables.map((s) => s.exact).join('')
  const found: Mention[] = []
  for (let at = 0; at < joined.length; at++)
    for (let length = LONGEST_KEY; length > 1; length--)
      for (const entry of lexicon.bySound.get(joined.slice(at, at + length)) ?? []) {
        if (!joined.startsWith(entry.sound, at)) continue
        const start = syllables[at]?.start ?? 0
        const end = syllables[at + entry.sound.length - 1]?.end ?? 0
        if (text.slice(start, end) === entry.pieces[0] || isTaken(written, start, end)) continue
        // 能布能保: said twice around a 不 it asks and denies nothing.
        if (entry.pieces[0]?.startsWith('不') && at > 0 && syllables[at - 1]?.code === syllables[at + 1]?.code) continue
        if (
          leniency === 'close' &&
          (!sharesHalf(text, syllables.slice(at, at + entry.sound.length), entry) || cutsWord(start, end))
        )
          continue
        // Of short words only those that stand in the notice are likely to have been meant.
        if (leniency === 'close' && entry.sound.length === 2 && !entry.inNotice) continue
        // Two syllables sound alike by chance: only the very same sound counts, and only where the dictionary knows no word.
        if (entry.sound.length === 2 && (!exact.startsWith(entry.exactSound, at) || cutsWord(start, end))) continue
        found.push({ kind: entry.kind, id: entry.id, start, end, via: 'sound' })
      }
  return found
}

// A slip of the keyboard leaves at least half of the characters right; anything less is only looked at when nothing else was found.
function sharesHalf(text: string, heard: readonly Syllable[], entry: Entry): boolean {
  const word = entry.pieces[0] ?? ''
  const written = heard.map((s) => text.slice(s.start, s.end))
  // Typed pinyin has no characters that could be right, nor any that is wrong (推jian函).
  if (isLatin(text, heard[0]?.start ?? 0)) return true
  const others = written.map((c, at) => (c === word[at] || isLatin(c, 0) ? '' : c)).join('')
  return (word.length - others.length) * 2 >= word.length && (word.length === 2 || !MEANT.test(others))
}

// Small words are seldom slips for something else: 往上报 is not 网上报, 我们是 is not 我们市. Words of two must sound the same anyway, and cut no other.
const MEANT = /[是有到往要给了不没把被让由向从对和与跟就都也还会能可谁哪几我你他这那上下来去]/u

const CONTENT: ReadonlySet<MentionKind> = new Set(['concept', 'track', 'role', 'stage'])
const isTaken = (mentions: readonly Mention[], start: number, end: number): boolean =>
  mentions.some((m) => (CONTENT.has(m.kind) || m.id === 'indefinite') && m.start <= start && end <= m.end)

const overlapsContent = (mentions: readonly Mention[], start: number, end: number, id: string): boolean =>
  mentions.some((m) => CONTENT.has(m.kind) && m.id !== id && m.end - m.start > 1 && m.start < end && start < m.end)

// Asked inside a longer word (谁定, 哪个平台), it is still asked.
const ASKS = /[谁哪几啥咋怎何吗]|什么|多少|多久|边个/u

// Marks that spend the words inside them: 十几家 and 怎么记得 ask nothing, 这两样 compares nothing.
const SPENDS: ReadonlySet<string> = new Set(['indefinite', 'claim', 'tag', 'both', 'former', 'latter'])
// Small words that keep their meaning inside a longer one (副市长牵头, 网站上是同一天发的).
const STANDING: ReadonlySet<string> = new Set(['official', 'manner', 'choice', 'same-day'])

function dropCovered(mentions: readonly Mention[], text: string): readonly Mention[] {
  const rank = { text: 0, sound: 1, near: 2 }
  const sorted = [...mentions].sort((a, b) => a.start - b.start || b.end - a.end || rank[a.via] - rank[b.via])
  const asks = (m: Mention): boolean =>
    (m.kind === 'aspect' || m.kind === 'mark') && (STANDING.has(m.id) || ASKS.test(text.slice(m.start, m.end)))
  // Whatever covers a mention starts no later, so it stands before it.
  return sorted.filter((m, at) => {
    const asked = asks(m)
    for (let i = 0; i < at; i++) {
      const other = sorted[i]
      if (
        other &&
        !(asked && !SPENDS.has(other.id) && (other.kind !== m.kind || m.id === 'interrogative')) &&
        covers(other, m)
      )
        return false
    }
    return true
  })
}

// Marks that are whole phrases: what they contain is not meant by itself.
const TAGS: ReadonlySet<string> = new Set(['claim', 'insist'])

function covers(outer: Mention, inner: Mention): boolean {
  if (outer.start > inner.start || outer.end < inner.end) return false
  const same = outer.start === inner.start && outer.end === inner.end
  if (outer.kind === inner.kind) return same ? outer.id === inner.id : true
  if (same) return false
  // 时间 in 时间表 asks for nothing; 县 in 县政府 names the government, not the track.
  if (inner.kind === 'aspect' || inner.kind === 'mark')
    return outer.kind === 'concept' || outer.kind === 'aspect' || SPENDS.has(outer.id)
  // 假的 in 真的假的 names no thing.
  if (inner.kind === 'concept' && outer.kind === 'mark') return TAGS.has(outer.id)
  return inner.kind === 'track' && inner.end - inner.start === 1 && outer.kind === 'role'
}
