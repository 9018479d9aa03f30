import type { Piece } from '../../domain/answer.ts'
import type { Condition, Mark, Reply, StepId, Walk } from '../../domain/walkthrough.ts'
import { conditionsOf, currentStep, hardStop, isHardStop, openSteps } from '../../rules/walk-state.ts'
import { copy } from '../copy.ts'
import { walkCopy } from './walk-copy.ts'
import { about, say, sayFacts, sayQuote } from './walk-pieces.ts'
import type { WalkTurn } from './walk-turn.ts'

/** What can be typed at a question of the self-check. */
export const SELF_CHECK_ACTIONS = ['是', '否', '不清楚', '上一题', '看结果', '退出']

export const replyOf = (mark: Mark | undefined): Reply | undefined =>
  mark !== undefined && mark.is in walkCopy.reply ? (mark.is as Reply) : undefined

const wordFor = (mark: Mark | undefined): string => {
  const reply = replyOf(mark)
  return reply === undefined ? walkCopy.unanswered : walkCopy.reply[reply]
}

/** Tells the question at hand in plain words with the notice's own, and what may serve as evidence; the result when all are answered. */
export function tellQuestion(walk: Walk, turn: WalkTurn): readonly Piece[] {
  const { walkthroughs, draft } = turn
  const at = currentStep(walk, walkthroughs)
  const conditions = conditionsOf(walk, walkthroughs)
  const condition = conditions.find((c) => c.id === at)
  if (!condition) return openSteps(walk, walkthroughs).length > 0 ? tellUnanswered(walk, turn) : tellResult(walk, turn)
  const position = String(conditions.indexOf(condition) + 1)
  const count = String(conditions.length)
  const easing = walk.marks[condition.easedBy ?? '']?.is === 'yes' ? findCondition(condition.easedBy, turn) : undefined
  return [
    say(walkCopy.question(position, count, condition.ask)),
    ...(easing ? [say(walkCopy.eased(easing.label))] : []),
    ...sayFacts(condition.facts, draft),
    sayQuote(condition, draft.reader.pack),
    ...(condition.prepare.length > 0 ? [say(walkCopy.prepare(condition.prepare.join('、')))] : []),
    say(walkCopy.askReply),
  ]
}

/** Lists the questions that have no answer yet. */
export function tellUnanswered(walk: Walk, turn: WalkTurn): readonly Piece[] {
  const open = openSteps(walk, turn.walkthroughs)
  if (open.length === 0) return [say(walkCopy.nothingUnanswered(turn.walkthroughs.selfCheck.name))]
  return [say(walkCopy.leftQuestions(String(open.length))), ...open.map((id) => tellAnswer(id, walk, turn))]
}

/** One condition with its answer and clause, on a line. */
export function tellAnswer(id: StepId, walk: Walk, turn: WalkTurn): Piece {
  const condition = findCondition(id, turn)
  const label = turn.draft.reader.pack.clauses.get(condition?.clause ?? '')?.label ?? ''
  return say(walkCopy.lineAnswer(condition?.label ?? '', wordFor(walk.marks[id]), label))
}

/** The result: each condition with its answer, what a no means, what is left, and who decides. Never that somebody qualifies. */
export function tellResult(walk: Walk, turn: WalkTurn): readonly Piece[] {
  const { walkthroughs, draft } = turn
  const { pack } = draft.reader
  const conditions = conditionsOf(walk, walkthroughs)
  const title = about(walk, draft)
  return [
    ...tellVerdict(walk, turn),
    say(walkCopy.result(walkthroughs.selfCheck.name, title)),
    ...conditions.map((c) => tellAnswer(c.id, walk, turn)),
    ...toPrepare(conditions, walk),
    ...sayFacts(walkthroughs.selfCheck.decides, draft),
    say(copy.ask(pack.ask.province)),
  ]
}

const MOST_TO_PREPARE = 3
const toPrepare = (conditions: readonly Condition[], walk: Walk): readonly Piece[] =>
  conditions
    .filter((c) => !c.route && !isHardStop(c, walk))
    .filter((c) => c.prepare.length > 0 && ['no', 'unsure'].includes(walk.marks[c.id]?.is ?? ''))
    .slice(0, MOST_TO_PREPARE)
    .map((c) => say(walkCopy.toPrepare(c.label, c.prepare.join('、'))))

/** What can be said of applying now: a hard stop by name, otherwise that nothing can be concluded, and why. */
export function tellVerdict(walk: Walk, turn: WalkTurn): readonly Piece[] {
  const conditions = conditionsOf(walk, turn.walkthroughs)
  const stop = hardStop(walk, turn.walkthroughs)
  if (stop?.hard !== undefined) return [say(walkCopy.hard(stop.label)), ...sayFacts([stop.hard], turn.draft)]
  const countOf = (reply: Reply): number => conditions.filter((c) => !c.route && walk.marks[c.id]?.is === reply).length
  const open = conditions.filter((c) => walk.marks[c.id] === undefined).length
  const parts = (
    [
      [walkCopy.reply.no, countOf('no')],
      [walkCopy.reply.unsure, countOf('unsure')],
      [walkCopy.unanswered, open],
    ] as const
  ).filter(([, count]) => count > 0)
  if (parts.length === 0) return [say(walkCopy.noVerdict)]
  const text = parts.map(([label, count]) => walkCopy.counted(label, String(count))).join('，')
  return [say(walkCopy.noVerdictOpen(text))]
}

/** Who settles what is open: what the notice says of it, of the named condition as well. */
export function tellDeciders(id: StepId | undefined, walk: Walk, turn: WalkTurn): readonly Piece[] {
  const { pack } = turn.draft.reader
  const named = findCondition(id ?? currentStep(walk, turn.walkthroughs), turn)
  return [
    say(walkCopy.whoSettles),
    ...sayFacts(turn.walkthroughs.selfCheck.decides, turn.draft),
    ...(id !== undefined && named ? [sayQuote(named, pack)] : []),
    say(copy.ask(pack.ask.province)),
  ]
}

/** Says what was noted of a condition. */
export function tellReplied(id: StepId, before: Mark | undefined, walk: Walk, turn: WalkTurn): readonly Piece[] {
  const condition = findCondition(id, turn)
  if (!condition) return []
  const now = wordFor(walk.marks[id])
  const noted =
    before !== undefined && wordFor(before) !== now
      ? say(walkCopy.changed(condition.label, wordFor(before), now))
      : say(walkCopy.notedReply(condition.label, now))
  const stop = isHardStop(condition, walk) ? tellVerdict(walk, turn) : []
  const odd = turn.walkthroughs.selfCheck.contradictions.filter(
    (c) => id in c.if && Object.entries(c.if).every(([step, reply]) => walk.marks[step]?.is === reply),
  )
  return [noted, ...stop, ...odd.map((c) => say(walkCopy.contradiction(c.say)))]
}

export const findCondition = (id: StepId | undefined, { walkthroughs }: WalkTurn): Condition | undefined =>
  walkthroughs.selfCheck.conditions.find((c) => c.id === id)
