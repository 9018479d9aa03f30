import type { Condition, Reply, Walk } from '../../domain/walkthrough.ts'
import { conditionsOf, isHardStop, openSteps } from '../../rules/walk-state.ts'
import { walkCopy } from '../walk/walk-copy.ts'
import type { TruthSources } from './truth-sources.ts'

/** The sentences that hold of a self-check: its questions, what was answered, and what can be said of the whole. */
export function selfCheckTruths(walk: Walk, title: string, sources: TruthSources): readonly string[] {
  const { walkthroughs } = sources
  const conditions = conditionsOf(walk, walkthroughs)
  const open = openSteps(walk, walkthroughs).length
  return [
    walkCopy.result(walkthroughs.selfCheck.name, title),
    ...(open > 0 ? [walkCopy.leftQuestions(String(open))] : []),
    ...verdicts(conditions, walk),
    ...walkthroughs.selfCheck.contradictions
      .filter((c) => Object.entries(c.if).every(([step, reply]) => walk.marks[step]?.is === reply))
      .map((c) => walkCopy.contradiction(c.say)),
    ...walkthroughs.selfCheck.conditions
      .filter((c) => c.track === walk.track)
      .flatMap((c) => ofCondition(c, conditions, walk, sources)),
  ]
}

function ofCondition(
  condition: Condition,
  asked: readonly Condition[],
  walk: Walk,
  { pack, before }: TruthSources,
): readonly string[] {
  const { id, label } = condition
  const reply = replyText(walk.marks[id]?.is)
  const was = before?.saved.find((w) => w.id === walk.id)?.marks[id]
  const at = asked.indexOf(condition)
  const prepare = condition.prepare.join('、')
  return [
    ...(at < 0 ? [] : [walkCopy.question(String(at + 1), String(asked.length), condition.ask)]),
    walkCopy.lineAnswer(label, reply, pack.clauses.get(condition.clause)?.label ?? ''),
    walkCopy.prepare(prepare),
    walkCopy.toPrepare(label, prepare),
    walkCopy.vague(label),
    walkCopy.doubt(label, reply),
    ...(condition.route ? [walkCopy.routeFirst(label)] : []),
    ...(walk.marks[id] === undefined ? [] : [walkCopy.notedReply(label, reply)]),
    ...(walk.marks[id]?.is === 'yes' ? [walkCopy.eased(label)] : []),
    ...(condition.table !== undefined && walk.marks[id] !== undefined ? [walkCopy.fromList(label)] : []),
    ...(isHardStop(condition, walk) ? [walkCopy.hard(label)] : []),
    ...(walk.skipped.includes(id) ? [walkCopy.skippedQuestion(label)] : []),
    ...(was === undefined ? [] : [walkCopy.changed(label, replyText(was.is), reply)]),
  ]
}

// Where a hard stop stands nothing else is said of the whole.
function verdicts(conditions: readonly Condition[], walk: Walk): readonly string[] {
  if (conditions.some((c) => isHardStop(c, walk))) return []
  const count = (reply: Reply): number => conditions.filter((c) => !c.route && walk.marks[c.id]?.is === reply).length
  const parts = [
    [walkCopy.reply.no, count('no')] as const,
    [walkCopy.reply.unsure, count('unsure')] as const,
    [walkCopy.unanswered, conditions.filter((c) => walk.marks[c.id] === undefined).length] as const,
  ].filter(([, n]) => n > 0)
  if (parts.length === 0) return [walkCopy.noVerdict]
  return [walkCopy.noVerdictOpen(parts.map(([label, n]) => walkCopy.counted(label, String(n))).join('，'))]
}

const replyText = (is: string | undefined): string =>
  is !== undefined && is in walkCopy.reply ? walkCopy.reply[is as Reply] : walkCopy.unanswered
