import { describe, expect, it } from 'vitest'
import { readCommandLine, renderAnswer, renderJson } from '../../../bot/channels/command-line.ts'
import type { Answer } from '../../../src/domain/answer.ts'

const answer: Answer = {
  outcome: 'answered',
  text: '答案',
  pieces: [],
  citations: [{ clause: '一', label: '第一条', quote: '原话' }],
  suggestions: ['还问什么'],
}

describe('readCommandLine', () => {
  it('reads a question of one or more words', () => {
    expect(readCommandLine(['问题'])).toMatchObject({ question: '问题', json: false })
    expect(readCommandLine(['问', '题', '--json'])).toMatchObject({ question: '问 题', json: true })
  })

  it('reads a date as that day in Beijing, and an instant as it is', () => {
    const day = readCommandLine(['问', '--now', '2001-02-03'])
    expect(day).toMatchObject({ now: new Date('2001-02-03T04:00:00Z') })
    const instant = readCommandLine(['问', '--now=2001-02-03T23:00:00-05:00'])
    expect(instant).toMatchObject({ now: new Date('2001-02-04T04:00:00Z') })
  })

  it.each(['2001-02-30', '昨天', '2001-2-3', '2001-02-03T10:00', ''])('says in Chinese that %j is no date', (now) => {
    expect(readCommandLine(['问', '--now', now])).toMatch(/--now.*\p{Script=Han}/u)
  })

  it.each([[['问', '--nonsense']], [['问', '--now']], [['问', '-x']], [['--json=yes', '问']]])(
    'says in Chinese what is wrong with %j',
    (args) => {
      expect(readCommandLine(args)).toMatch(/\p{Script=Han}/u)
    },
  )
})

describe('an answer in the terminal', () => {
  it('has its text and next questions', () => {
    expect(renderAnswer(answer)).toBe('答案\n\n您还可以问：\n  · 还问什么')
  })

  it('has no empty headings', () => {
    expect(renderAnswer({ ...answer, suggestions: [] })).toBe('答案')
  })

  it('is one line of JSON for programs', () => {
    const line = renderJson(answer)
    expect(line).not.toContain('\n')
    expect(JSON.parse(line)).toMatchObject({ outcome: 'answered', text: '答案', suggestions: ['还问什么'] })
  })
})
