import { beforeAll, describe, expect, it } from 'vitest'
import { type Assistant, assemble, foldersOf } from '../../../../src/assembly.ts'
import type { Walk, WalkMemory, Walkthroughs } from '../../../../src/domain/walkthrough.ts'
import { loadPack } from '../../../../src/knowledge-base/load-pack.ts'
import { conditionsOf, currentStep, itemsOf } from '../../../../src/rules/walk-state.ts'

const NOW = new Date('2023-07-25T09:00:00+08:00')
const LONGEST = 1_000

// What people say for each command; the answers and states come from what they are for.
const COMMANDS = {
  next: '下一步',
  back: '上一步',
  skip: '跳过',
  left: '还差哪些',
  progress: '进度',
  restart: '重新开始',
  exit: '退出',
  resume: '继续',
  export: '导出',
  calendar: '加到日历',
  matrix: '谁做什么，列个表',
  lists: '我的清单',
  remind: '提前三天提醒我',
  reminders: '我设了哪些提醒',
  cancel: '取消提醒',
  question: '推荐函谁出？',
  thanks: '谢谢',
}
const STATUSES = { done: '办好了', doing: '办了一半', open: '还没办', none: '这个不用办' }
const REPLIES = { yes: '是', no: '否', unsure: '不清楚' }

const pack = loadPack(foldersOf())
const walkthroughs = pack.walkthroughs as Walkthroughs
const refused: unknown[] = []
let assistant: Assistant
beforeAll(async () => {
  assistant = await assemble({ onRefusal: (faults) => refused.push(faults) })
})

const blank: Omit<Walk, 'kind' | 'part' | 'track'> = {
  id: 'walk',
  notice: pack.id,
  begun: '2023-07-25',
  touched: '2023-07-25',
  marks: {},
  skipped: [],
}
const walks: readonly Walk[] = [
  ...walkthroughs.parts.map((p): Walk => ({ ...blank, kind: 'checklist', part: p.id, track: 'county' })),
  ...pack.tracks.map((t): Walk => ({ ...blank, kind: 'self-check', part: walkthroughs.defaultPart, track: t.id })),
  {
    ...blank,
    kind: 'self-check',
    part: walkthroughs.defaultPart,
    track: 'county',
    marks: { 'county-feature': { is: 'yes', on: '2023-07-25' } },
  },
]
const stepsOf = (walk: Walk): readonly string[] =>
  (walk.kind === 'checklist' ? itemsOf(walk, walkthroughs) : conditionsOf(walk, walkthroughs)).map((s) => s.id)

const at = (walk: Walk, step: string): WalkMemory => ({
  saved: [{ ...walk, at: step }],
  reminders: [],
  active: { id: walk.id, aside: 0 },
})

function say(text: string, walks: WalkMemory) {
  refused.length = 0
  const said = assistant.answer(text, { now: NOW, walks, newId: () => 'other' })
  expect(refused, `${text}: refused by the gate`).toEqual([])
  expect(said.answer.text.length, text).toBeGreaterThan(0)
  expect(said.answer.text.replace(/\s/g, '').length, text).toBeLessThanOrEqual(LONGEST)
  return said
}

const nodes = walks.flatMap((walk) =>
  stepsOf(walk).map((step) => ({ walk, step, name: `${walk.kind} ${walk.track} ${walk.part}: ${step}` })),
)

describe.each(nodes)('at $name', ({ walk, step }) => {
  it('every command is understood, and none loses what was marked', () => {
    const other = stepsOf(walk).find((s) => s !== step) ?? step
    const marked: Walk = {
      ...walk,
      marks: { ...walk.marks, [other]: { is: walk.kind === 'checklist' ? 'done' : 'yes', on: '2023-07-25' } },
    }
    for (const [command, text] of Object.entries(COMMANDS)) {
      const { answer, walks: after } = say(text, at(marked, step))
      if (command !== 'question' && command !== 'thanks') expect(answer.outcome, text).toBe('guided')
      const kept = after?.saved.find((w) => w.id === walk.id)
      expect(kept, text).toBeDefined()
      if (command !== 'restart') expect(kept?.marks[other], text).toEqual(marked.marks[other])
      else expect(kept?.marks).toEqual({})
      expect(after?.active?.id, text).toBe(command === 'exit' ? undefined : walk.id)
    }
  })

  it('every answer is kept for this step', () => {
    const answers = walk.kind === 'checklist' ? STATUSES : REPLIES
    for (const [value, text] of Object.entries(answers)) {
      const { answer, walks: after } = say(text, at(walk, step))
      expect(answer.outcome, text).toBe('guided')
      const kept = after?.saved[0]
      expect(kept?.marks[step]?.is, text).toBe(value)
      expect(kept && currentStep(kept, walkthroughs), text).not.toBe(step)
    }
  })

  it('a vague answer is asked about once more and then taken as unsure', () => {
    if (walk.kind === 'checklist') return
    const once = say('差不多吧', at(walk, step))
    expect(once.walks?.saved[0]?.marks[step]).toEqual(walk.marks[step])
    const twice = say('差不多吧', once.walks as WalkMemory)
    expect(twice.walks?.saved[0]?.marks[step]?.is).toBe('unsure')
  })
})
