import type { Aspect } from '../domain/fact.ts'
import type { ConceptId, RoleId, StageId, TrackId } from '../domain/notice.ts'
import type { WrittenDate } from '../text/read-dates.ts'
import type { Quantity } from '../text/read-quantities.ts'

/** A concept that a question names; `weight` is below one when it was heard rather than read, said in passing, or carried over. */
export interface Topic {
  readonly id: ConceptId
  readonly weight: number
  readonly start: number
  readonly end: number
  readonly negated: boolean
}

/** A body in a question: as the one who acts, or as the one who receives. */
export interface Body {
  readonly role: RoleId
  readonly as: 'by' | 'to'
  readonly negated: boolean
}

/** What one question asks: the representation that carries over to sentences nobody wrote down. */
export interface Frame {
  readonly text: string
  readonly topics: readonly Topic[]
  readonly aspects: readonly Aspect[]
  readonly tracks: readonly TrackId[]
  readonly stages: readonly StageId[]
  readonly bodies: readonly Body[]
  readonly media: readonly string[]
  readonly ranks: readonly string[]
  readonly dates: readonly (WrittenDate & { readonly before: boolean })[]
  readonly quantities: readonly Quantity[]
  readonly ordinals: readonly { readonly value: number; readonly noun: string }[]
  /** So many are left over of a list that was shown (余下三份). */
  readonly rest?: number
  /** A yes/no question, or a claim that wants to be confirmed. */
  readonly polar: boolean
  readonly claim: boolean
  readonly insists: boolean
  readonly negated: boolean
  /** Something named is said to be missing (推荐函没盖章, 一家都没有): no yes is owed. */
  readonly lacks: boolean
  readonly only: boolean
  /** Words that claim what a fact must itself say: officials (分管副市长) and manners (直接, 自动). */
  readonly claimed: readonly string[]
  /** Marks such as former, latter, rest, it, back. */
  readonly marks: ReadonlySet<string>
  /** A pronoun comes before anything that the sentence itself names: it points to what was said before. */
  readonly pointsBack: boolean
  /** Small talk and foreign matter by kind. */
  readonly talk: ReadonlySet<string>
  /** Names of places, as written. */
  readonly places: readonly string[]
  /** Nouns that no vocabulary explains: what the question may really be about. */
  readonly unexplained: readonly string[]
  /** A short clause in which nothing at all was recognised (字树 in 创建报告 字树): a slip of the keyboard, most likely. */
  readonly dark: boolean
  /** Verbs that nothing explains: what the question may claim beside what is known. */
  readonly verbs: readonly string[]
  /** One of them stands right at the question word (多少兆, 哪个会堂): it is what the question asks for. */
  readonly asksUnexplained: boolean
  /** Evidence that the question is about this notice: names of the pack itself, or only words any notice has. */
  readonly domain: 'own' | 'shared' | 'none'
}
