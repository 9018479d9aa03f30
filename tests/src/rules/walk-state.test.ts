import { describe, expect, it } from 'vitest'
import type { ChecklistItem, Condition, Walk, Walkthroughs } from '../../../src/domain/walkthrough.ts'
import {
  afresh,
  conditionsOf,
  currentStep,
  isSettled,
  itemsOf,
  missingBefore,
  moved,
  openSteps,
  putOff,
  stepIdsOf,
  withMark,
} from '../../../src/rules/walk-state.ts'

const DAY = '2031-04-10'
const step = (id: string) => ({ id, label: id, words: [], topics: [], facts: [], clause: '1', quote: id })
const item = (id: string, more: Partial<ChecklistItem> = {}): ChecklistItem => ({
  ...step(id),
  name: id,
  tracks: [],
  parts: ['own'],
  by: [],
  to: [],
  needs: [],
  ...more,
})
const condition = (id: string, more: Partial<Condition> = {}): Condition => ({
  ...step(id),
  track: 'small',
  ask: id,
  prepare: [],
  judged: false,
  route: false,
  ...more,
})
const walkthroughs: Walkthroughs = {
  parts: [{ id: 'own', name: '自己', levels: [], words: [] }],
  defaultPart: 'own',
  checklist: {
    name: '清单',
    facts: [],
    items: [
      item('a'),
      item('b', { needs: ['a'] }),
      item('c'),
      item('large', { tracks: ['large'] }),
      item('theirs', { parts: ['others'] }),
    ],
  },
  selfCheck: {
    name: '自查',
    decides: [],
    conditions: [
      condition('one'),
      condition('route', { route: true }),
      condition('way', { onlyIf: 'route' }),
      condition('big', { track: 'large' }),
    ],
    contradictions: [],
  },
}
const list: Walk = {
  id: 'w',
  kind: 'checklist',
  notice: 'n',
  track: 'small',
  part: 'own',
  begun: DAY,
  touched: DAY,
  marks: {},
  skipped: [],
}
const check: Walk = { ...list, kind: 'self-check' }
const mark = (walk: Walk, id: string, is: 'done' | 'doing' | 'open' | 'none' | 'yes' | 'no' | 'unsure'): Walk =>
  withMark(walk, id, { is, on: DAY }, DAY)
const at = (walk: Walk): string | undefined => currentStep(walk, walkthroughs)

describe('the steps of a walk-through', () => {
  it('are the items of its part, and of its track where they have one', () => {
    expect(itemsOf(list, walkthroughs).map((i) => i.id)).toEqual(['a', 'b', 'c'])
    expect(itemsOf({ ...list, track: 'large' }, walkthroughs).map((i) => i.id)).toEqual(['a', 'b', 'c', 'large'])
    expect(itemsOf({ ...list, track: undefined }, walkthroughs).map((i) => i.id)).toContain('large')
    expect(itemsOf({ ...list, part: 'others' }, walkthroughs).map((i) => i.id)).toEqual(['theirs'])
  })

  it('are the conditions of its track, one of them only after a yes to another', () => {
    expect(conditionsOf(check, walkthroughs).map((c) => c.id)).toEqual(['one', 'route'])
    expect(stepIdsOf(mark(check, 'route', 'yes'), walkthroughs)).toEqual(['one', 'route', 'way'])
    expect(stepIdsOf(mark(check, 'route', 'no'), walkthroughs)).toEqual(['one', 'route'])
    expect(stepIdsOf(mark(check, 'route', 'unsure'), walkthroughs)).toEqual(['one', 'route'])
  })

  it.each([
    [undefined, false],
    ['open', false],
    ['doing', false],
    ['done', true],
    ['none', true],
    ['yes', true],
    ['no', true],
    ['unsure', true],
  ] as const)('marked %s are settled: %s', (is, settled) => {
    expect(isSettled(is && { is, on: DAY })).toBe(settled)
  })
})

describe('the step at hand', () => {
  it('is the first, then the next after what was marked, then what was left before', () => {
    expect(at(list)).toBe('a')
    expect(at(mark(list, 'b', 'done'))).toBe('c')
    expect(at(mark(mark(list, 'b', 'done'), 'c', 'done'))).toBe('a')
  })

  it('is none once every step was looked at, though work is under way', () => {
    const seen = ['a', 'b', 'c'].reduce((w, id) => mark(w, id, 'doing'), list)
    expect(at(seen)).toBeUndefined()
    expect(openSteps(seen, walkthroughs)).toEqual(['a', 'b', 'c'])
  })

  it('is where the person went, until something is marked', () => {
    const gone = { ...list, at: 'c' }
    expect(at(gone)).toBe('c')
    expect(at(mark(gone, 'c', 'done'))).toBe('a')
    expect(at({ ...list, at: 'theirs' })).toBe('a')
  })

  it('passes over what was put off, and finds it again by name', () => {
    const off = putOff(list, 'a', DAY)
    expect(at(off)).toBe('b')
    expect(openSteps(off, walkthroughs)).toContain('a')
    expect(mark(off, 'a', 'done').skipped).toEqual([])
  })

  it.each([
    [1, 'b'],
    [2, 'c'],
    [9, 'c'],
    [-1, 'a'],
  ])('moves %i steps to %s, within the ends', (by, to) => {
    expect(at(moved(list, walkthroughs, by, DAY))).toBe(to)
  })

  it('goes back into the list when all was looked at', () => {
    const seen = ['a', 'b', 'c'].reduce((w, id) => mark(w, id, 'done'), list)
    expect(at(moved(seen, walkthroughs, -1, DAY))).toBe('c')
    expect(at(moved(seen, walkthroughs, -2, DAY))).toBe('b')
  })
})

describe('what is kept', () => {
  it('stays when one step is marked again', () => {
    const two = mark(mark(list, 'a', 'done'), 'b', 'doing')
    const again = mark(two, 'a', 'open')
    expect(again.marks).toEqual({ a: { is: 'open', on: DAY }, b: { is: 'doing', on: DAY } })
    expect(again.last).toBe('a')
    expect(two.marks.a?.is).toBe('done')
  })

  it('names what is missing before an item, and nothing once that is settled', () => {
    const [, b] = itemsOf(list, walkthroughs)
    const missing = (walk: Walk) => missingBefore(walk, b as ChecklistItem, walkthroughs).map((i) => i.id)
    expect(missing(list)).toEqual(['a'])
    expect(missing(mark(list, 'a', 'doing'))).toEqual(['a'])
    expect(missing(mark(list, 'a', 'done'))).toEqual([])
    expect(missing(mark(list, 'a', 'none'))).toEqual([])
  })

  it('is gone after beginning afresh, the place and the day of the beginning are not', () => {
    const marked = { ...mark(list, 'a', 'done'), place: '330822', skipped: ['b'], at: 'c' }
    expect(afresh(marked, '2031-04-11')).toEqual({
      ...list,
      place: '330822',
      touched: '2031-04-11',
      at: undefined,
      last: undefined,
    })
  })
})
