import type { Reply, StepId, Walk } from '../../domain/walkthrough.ts'
import { currentStep, moved, putOff } from '../../rules/walk-state.ts'
import { stepNamed } from './find-step.ts'
import { keepCheck, show } from './keep-check.ts'
import { record } from './record-replies.ts'
import { findCondition, replyOf, tellDeciders, tellQuestion, tellResult, tellUnanswered } from './self-check-step.ts'
import { asksAfter } from './take-checklist.ts'
import { walkCopy } from './walk-copy.ts'
import { say, sayQuote } from './walk-pieces.ts'
import type { Walked, WalkTurn } from './walk-turn.ts'
import { type Said, whatIsSaid } from './what-is-said.ts'

/** Takes what a message answers to the self-check; undefined: it answers nothing of it. */
export function takeSelfCheck(walk: Walk, turn: WalkTurn): Walked | undefined {
  const { saying, walkthroughs, draft } = turn
  const { commands } = saying
  const named = namedBy(walk, turn)
  if (commands.has('at-once')) return keepCheck(walk, turn, [say(walkCopy.oneByOne), ...tellQuestion(walk, turn)])
  if (commands.has('change')) return change(walk, turn)
  if (commands.has('result') && !namesOther(turn)) return keepCheck(walk, turn, tellResult(walk, turn))
  if (commands.has('deciders') && !isOfOtherStage(turn)) return keepCheck(walk, turn, tellDeciders(named, walk, turn))
  if (commands.has('left') || commands.has('state')) return keepCheck(walk, turn, tellUnanswered(walk, turn))
  if (commands.has('back')) return show(moved(walk, walkthroughs, -saying.back, draft.day), turn)
  if (commands.has('skip')) return skip(walk, turn)
  if (named !== undefined && asksAfter(saying)) return show({ ...walk, at: named, touched: draft.day }, turn)
  if (saying.asks) return undefined
  return answer(walk, turn) ?? move(named, walk, turn)
}

function move(named: StepId | undefined, walk: Walk, turn: WalkTurn): Walked | undefined {
  const { saying, walkthroughs, draft, memory } = turn
  const { commands } = saying
  const comesBack = commands.has('resume') && (memory.active?.aside ?? 0) > 0
  if (commands.has('next') && !comesBack) return show(moved(walk, walkthroughs, 1, draft.day), turn)
  if (commands.has('resume') || commands.has('yes-go-on'))
    return show({ ...walk, at: undefined, touched: draft.day }, turn)
  if (named === undefined) return undefined
  return commands.has('goto') || (saying.counts.length > 0 && saying.text.length <= SHORT)
    ? show({ ...walk, at: named, touched: draft.day }, turn)
    : doubt(named, walk, turn)
}
const SHORT = 8

const namedBy = (walk: Walk, { saying, walkthroughs }: WalkTurn): StepId | undefined =>
  stepNamed({ ...saying, frame: saying.frames.find((f) => f.topics.length > 0) }, walk, walkthroughs)

// 县级市能报示范城市吗 asks of kinds of places, not of the answers given.
const namesOther = ({ draft, saying }: WalkTurn): boolean =>
  draft.places.length > 0 ||
  saying.frames.some((f) =>
    f.topics.some((t) => draft.reader.pack.regionRules.some((r) => isRuleTopic(t.id, r.fact, draft))),
  )

// 试点县归谁定 asks of another stage than the one that is checked.
const isOfOtherStage = ({ draft, saying }: WalkTurn): boolean =>
  saying.frames.some((f) => f.stages.some((stage) => stage !== draft.reader.pack.defaultStage))

const isRuleTopic = (topic: string, fact: string | undefined, { reader: { pack } }: WalkTurn['draft']): boolean =>
  pack.facts.some((f) => f.id === fact && f.topics[0] === topic)

// 上一题我答错了,改成否: the step last answered, unless others are named.
function change(walk: Walk, turn: WalkTurn): Walked {
  const { saying, walkthroughs } = turn
  const { said } = whatIsSaid(walk, turn, (r) => r.reply !== undefined && r.reply !== 'vague')
  const isNamed = saying.reports.some(
    (r) => r.reply !== undefined && stepNamed({ ...r, points: undefined }, walk, walkthroughs) !== undefined,
  )
  const last = walk.last ?? currentStep(walk, walkthroughs)
  if (isNamed) return take(said, walk, turn) ?? show(walk, turn)
  const named = namedBy(walk, { ...turn, saying: { ...saying, points: undefined } })
  const step = named ?? last
  const reply = saying.reports.findLast((r) => r.reply !== undefined)?.reply ?? saying.reply
  if (step === undefined || reply === undefined || reply === 'vague')
    return show({ ...walk, at: step, touched: turn.draft.day }, turn)
  return record([{ step, reply, text: saying.text }], [], walk, turn)
}

function skip(walk: Walk, turn: WalkTurn): Walked {
  const step = currentStep(walk, turn.walkthroughs)
  const condition = findCondition(step, turn)
  if (!condition) return show(walk, turn)
  const after = putOff(walk, condition.id, turn.draft.day)
  return keepCheck(after, turn, [say(walkCopy.skippedQuestion(condition.label)), ...tellQuestion(after, turn)])
}

function answer(walk: Walk, turn: WalkTurn): Walked | undefined {
  const { said, unread } = whatIsSaid(walk, turn, (r) => r.reply !== undefined)
  return said.length === 0 ? undefined : take(said, walk, turn, unread)
}

function take(said: readonly Said[], walk: Walk, turn: WalkTurn, unread: readonly StepId[] = []): Walked | undefined {
  const steps = [...new Set(said.flatMap((s) => s.steps))]
  const replies = steps.map((step) => ({ step, ...replyTo(step, said, turn) }))
  const given = replies.flatMap(({ step, reply, text }) => (reply === 'vague' ? [] : [{ step, reply, text }]))
  const vague = replies.find((r) => r.reply === 'vague')
  const left = unread.filter((step) => walk.marks[step] === undefined)
  if (given.length > 0) return record(given, [...left, ...(vague ? [vague.step] : [])], walk, turn)
  return vague && askAgain(vague.step, walk, turn)
}

// Of several answers to one question the one that takes back holds; yes beside no is asked about.
function replyTo(step: StepId, said: readonly Said[], turn: WalkTurn): { reply: Reply | 'vague'; text: string } {
  const own = said.filter((s) => s.steps.includes(step)).map((s) => s.report)
  const text = own.map((r) => r.text).join('')
  const corrected = own.filter((r) => r.corrects)
  const isJudged = findCondition(step, turn)?.judged ?? false
  // 挺好的 is no answer to whether a place is on a list.
  const replies = new Set(
    (corrected.length > 0 ? corrected : own).map((r) => (r.praises && !isJudged ? 'vague' : r.reply)),
  )
  const reply: Reply | 'vague' = replies.has('unsure')
    ? 'unsure'
    : replies.has('yes') !== replies.has('no')
      ? replies.has('yes')
        ? 'yes'
        : 'no'
      : 'vague'
  // Asked once more and still vague: not known.
  const isAgain = own.every((r) => r.reply === 'vague') && turn.memory.active?.asked === step
  return { reply: isAgain ? 'unsure' : reply, text }
}

function askAgain(step: StepId, walk: Walk, turn: WalkTurn): Walked {
  const condition = findCondition(step, turn)
  if (!condition) return show(walk, turn)
  const pieces = [
    say(walkCopy.vague(condition.label)),
    sayQuote(condition, turn.draft.reader.pack),
    say(walkCopy.again),
  ]
  return keepCheck({ ...walk, at: step }, turn, pieces, step)
}

// Something told of a question that has its answer: it may not go with it.
function doubt(step: StepId, walk: Walk, turn: WalkTurn): Walked | undefined {
  const condition = findCondition(step, turn)
  const reply = replyOf(walk.marks[step])
  if (!condition) return undefined
  if (reply === undefined) return askAgain(step, walk, turn)
  return keepCheck({ ...walk, last: step }, turn, [say(walkCopy.doubt(condition.label, walkCopy.reply[reply]))])
}
