import type { Reply, StepId, Walk } from '../../domain/walkthrough.ts'
import { currentStep, moved, putOff, withMark } from '../../rules/walk-state.ts'
import type { Report, WalkSaying } from '../../understanding/read-walk-saying.ts'
import { stepNamed } from './find-step.ts'
import { kept } from './keep-walk.ts'
import {
  findCondition,
  replyOf,
  SELF_CHECK_ACTIONS,
  tellQuestion,
  tellReplied,
  tellResult,
  tellUnanswered,
} from './self-check-step.ts'
import { walkCopy } from './walk-copy.ts'
import { say } from './walk-pieces.ts'
import type { Walked, WalkTurn } from './walk-turn.ts'

/** Takes what a message answers to the self-check; undefined: it answers nothing of it. */
export function takeSelfCheck(walk: Walk, turn: WalkTurn): Walked | undefined {
  const { saying, walkthroughs, draft, memory } = turn
  const { commands } = saying
  const named = namedBy(saying, walk, turn)
  if (commands.has('change')) return change(namedBy({ ...saying, points: undefined }, walk, turn), walk, turn)
  if (commands.has('result') && !namesOther(turn)) return keep(walk, turn, tellResult(walk, turn))
  if (commands.has('left')) return keep(walk, turn, tellUnanswered(walk, turn))
  if (commands.has('back')) return show(moved(walk, walkthroughs, -1, draft.day), turn)
  if (commands.has('skip')) return skip(walk, turn)
  if (saying.asks) return undefined
  const answered = answer(walk, turn)
  if (answered) return answered
  const comesBack = commands.has('resume') && (memory.active?.aside ?? 0) > 0
  if (commands.has('next') && !comesBack) return show(moved(walk, walkthroughs, 1, draft.day), turn)
  if (commands.has('resume') || commands.has('yes-go-on'))
    return show({ ...walk, at: undefined, touched: draft.day }, turn)
  return named === undefined ? undefined : doubt(named, walk, turn)
}

const keep = (walk: Walk, turn: WalkTurn, pieces: Walked['pieces'], asked?: StepId): Walked => {
  const memory = kept(walk, turn)
  return {
    pieces,
    memory: asked === undefined || !memory.active ? memory : { ...memory, active: { ...memory.active, asked } },
    suggestions: SELF_CHECK_ACTIONS,
  }
}

const show = (walk: Walk, turn: WalkTurn): Walked => keep(walk, turn, tellQuestion(walk, turn))

const namedBy = (saying: WalkSaying, walk: Walk, { walkthroughs }: WalkTurn): StepId | undefined =>
  stepNamed({ ...saying, frame: saying.frames.find((f) => f.topics.length > 0) }, walk, walkthroughs)

// 县级市能报示范城市吗 asks of kinds of places, not of the answers given.
const namesOther = ({ draft, saying }: WalkTurn): boolean =>
  draft.places.length > 0 ||
  saying.frames.some((f) =>
    f.topics.some((t) => draft.reader.pack.regionRules.some((r) => isRuleTopic(t.id, r.fact, draft))),
  )

const isRuleTopic = (topic: string, fact: string | undefined, { reader: { pack } }: WalkTurn['draft']): boolean =>
  pack.facts.some((f) => f.id === fact && f.topics[0] === topic)

// 上一题我答错了,改成否: the step last answered, unless another is named.
function change(named: StepId | undefined, walk: Walk, turn: WalkTurn): Walked {
  const step = named ?? walk.last ?? currentStep(walk, turn.walkthroughs)
  const { reply } = turn.saying
  if (step === undefined || reply === undefined || reply === 'vague')
    return show({ ...walk, at: step, touched: turn.draft.day }, turn)
  return record([{ step, reply }], walk, turn)
}

function skip(walk: Walk, turn: WalkTurn): Walked {
  const step = currentStep(walk, turn.walkthroughs)
  const condition = findCondition(step, turn)
  if (!condition) return show(walk, turn)
  const after = putOff(walk, condition.id, turn.draft.day)
  return keep(after, turn, [say(walkCopy.skippedQuestion(condition.label)), ...tellQuestion(after, turn)])
}

interface Given {
  readonly step: StepId
  readonly reply: Reply
}

function answer(walk: Walk, turn: WalkTurn): Walked | undefined {
  const { saying, walkthroughs, memory } = turn
  const reports = saying.reports.filter((r) => r.reply !== undefined)
  if (reports.length === 0) return undefined
  const current = currentStep(walk, walkthroughs)
  const meant = (r: Report): StepId | undefined =>
    stepNamed(r, walk, walkthroughs) ?? (reports.indexOf(r) === 0 ? current : undefined)
  const steps = reports.map((r) => ({ step: meant(r), reply: r.reply }))
  const vague = steps.find((s) => s.reply === 'vague' && s.step !== undefined && memory.active?.asked !== s.step)
  const given = steps.flatMap((s): readonly Given[] =>
    s.step === undefined || s.reply === undefined || s === vague
      ? []
      : [{ step: s.step, reply: s.reply === 'vague' ? 'unsure' : s.reply }],
  )
  // The surest word of one clause about a step holds: 是的,没错.
  const once = given.filter((g, at) => given.findIndex((o) => o.step === g.step) === at)
  if (once.length > 0) return record(once, walk, turn)
  return vague?.step === undefined ? undefined : askAgain(vague.step, walk, turn)
}

function askAgain(step: StepId, walk: Walk, turn: WalkTurn): Walked {
  const label = findCondition(step, turn)?.label ?? ''
  return keep({ ...walk, at: step }, turn, [say(walkCopy.vague(label)), say(walkCopy.again)], step)
}

function record(given: readonly Given[], walk: Walk, turn: WalkTurn): Walked {
  const { draft, saying } = turn
  let after = walk
  const pieces: Walked['pieces'][number][] = []
  for (const { step, reply } of given) {
    const before = after.marks[step]
    const note = saying.text.length > PLAIN ? saying.text.slice(0, LONGEST_NOTE) : undefined
    after = withMark(after, step, { is: reply, on: draft.day, ...(note !== undefined && { note }) }, draft.day)
    pieces.push(...tellReplied(step, before, after, turn))
  }
  return keep(after, turn, [...pieces, ...tellQuestion(after, turn)])
}
const PLAIN = 6
const LONGEST_NOTE = 60

// Something told of a question that has its answer: it may not go with it.
function doubt(step: StepId, walk: Walk, turn: WalkTurn): Walked | undefined {
  const condition = findCondition(step, turn)
  const reply = replyOf(walk.marks[step])
  if (!condition) return undefined
  if (reply === undefined)
    return keep({ ...walk, at: step }, turn, [say(walkCopy.vague(condition.label)), say(walkCopy.again)], step)
  return keep({ ...walk, last: step }, turn, [say(walkCopy.doubt(condition.label, walkCopy.reply[reply]))])
}
