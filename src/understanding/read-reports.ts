import type { Reply, Status } from '../domain/walkthrough.ts'
import type { Frame } from './frame.ts'
import { readFrameOnce } from './frame-memo.ts'
import { type Count, readCounts } from './read-counts.ts'
import type { Reader } from './read-message.ts'
import { splitClauses, splitSentences } from './split-questions.ts'
import { type Matcher, matchersOf, type WalkMatchers } from './walk-matchers.ts'

/** One clause with how far it says a thing is, or whether it is so; which thing is for the walk-through to find. */
export interface Report {
  readonly text: string
  /** `vague`: something is said of it, and it cannot be told what. */
  readonly status?: Status | 'vague'
  readonly reply?: Reply | 'vague'
  readonly frame: Frame
  readonly counts: readonly Count[]
  readonly points?: 'last' | 'here'
  /** It only praises: 挺好的. */
  readonly praises: boolean
  /** 都, 全部: of everything that is not named otherwise. */
  readonly all: boolean
  /** 除了报告: of everything but what it names. */
  readonly except: boolean
  /** It takes back what was said before: 不对, 改成. */
  readonly corrects: boolean
  /** What follows is said of what it names: 报告、 joins the next, 报告: rules it. */
  readonly leads?: 'joins' | 'rules'
}

/** The clauses of a normalised message, in order, without those that only open it. */
export function readReports(text: string, { pack, lexicon }: Reader): readonly Report[] {
  const m = matchersOf(pack.language.walk)
  const clauses = clausesOf(text)
  const telling = clauses.filter((c) => !m.opening(withoutEnd(c)))
  let corrects = false
  return clauses.flatMap((clause): readonly Report[] => {
    corrects ||= m.corrections(clause)
    // An opening that stands alone is all that was said: 嗯.
    if (telling.length > 0 && !telling.includes(clause)) return []
    const said = withoutOpening(clause, m)
    return [{ ...readClause(said, readFrameOnce(said, pack, lexicon), m), corrects }]
  })
}

// 材料2、3都交了 names both; 报告弄完但是方案没过会 says two things.
const clausesOf = (text: string): readonly string[] =>
  splitSentences(text.replace(/(?<=[\d一二三四五六七八九十][步项题个]?)、(?=第?[\d一二三四五六七八九十])/gu, '和'))
    .flatMap(splitClauses)
    .flatMap((c) => c.split(CONTRAST))
    .map((c) => c.replace(JOINT, ''))
    .filter((c) => c !== '')
const CONTRAST = /(?<=.{2})(?=但是|可是|不过|然而|只是|就是|而且|并且|另外|还有|然后|但(?!是)|可(?=[^能以是]))/u

const JOINT = /^(?:但是|可是|不过|然而|而且|并且|另外|还有|然后|但(?!是))(?=.{2})/u

function withoutOpening(clause: string, m: WalkMatchers): string {
  const rest = clause.replace(m.openings, '')
  return /[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(rest) ? rest : clause
}

function readClause(text: string, frame: Frame, m: WalkMatchers): Omit<Report, 'corrects'> {
  const bare = withoutEnd(text)
  return {
    text,
    status: readStatus(bare, m),
    reply: readReply(bare, m),
    frame,
    counts: readCounts(text),
    points: m.points.find(([, is]) => is(text))?.[0],
    praises: m.praise(bare),
    all: m.all(bare),
    except: m.except(bare),
    ...leadOf(text),
  }
}

const leadOf = (text: string): Pick<Report, 'leads'> =>
  text.endsWith('、') ? { leads: 'joins' } : text.endsWith(':') ? { leads: 'rules' } : {}

/** Without what only ends a clause. */
export const withoutEnd = (text: string): string => text.replace(/[^\p{L}\p{N}”"')）%]+$/gu, '')

/** How far a clause says something is; `vague` where it says so and takes it back, or only expects it. */
export function readStatus(bare: string, m: WalkMatchers): Report['status'] {
  const said = firstOf(m.statuses, bare)
  return said !== undefined && DOUBLE_NO.test(bare) ? 'vague' : said
}

/** What a clause answers to a question of yes or no; `vague` where that cannot be told. */
export function readReply(bare: string, m: WalkMatchers): Report['reply'] {
  const said = firstOf(m.replies, bare)
  if (said === 'unsure' && OF_THE_UNSURE.test(bare)) return undefined
  if ((said === 'no' || said === 'yes') && DOUBLE_NO.test(bare)) return 'vague'
  return said === 'yes' && HEDGED_YES.test(bare) ? 'vague' : said
}

const firstOf = <K>(lists: readonly (readonly [K, Matcher])[], bare: string): K | undefined =>
  lists.find(([, is]) => is(bare))?.[0] ?? lists.find(([, is]) => is(withoutLead(bare)))?.[0]

// 那就否, 我们有: the answer stands behind words that only lead to it.
const withoutLead = (bare: string): string =>
  bare.replace(/^(?:那就|那么|那|就|我们|咱们|咱|俺们|俺|我|这[个条项题]?|应该说)+(?=.)/u, '')
// 不是没有, 没有不重视: two negations, whichever way they add up, are asked about.
const DOUBLE_NO = /(?:不是|不能说|没说|没有|并非|不会|不至于)[^,]{0,2}(?:没|不|未|无|否)(?!清楚|知道|确定|晓得)/u
// 有吧: somebody who is sure says 有.
const HEDGED_YES = /^(?!.*(?:改|选|答|填|标|记)).{0,7}吧$/u
// 这些不清楚的谁能定 speaks of what is unclear and answers nothing.
const OF_THE_UNSURE = /(?:清楚|确定|知道|晓得|掌握|了解)的./u
