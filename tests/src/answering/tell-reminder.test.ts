import { beforeAll, describe, expect, it } from 'vitest'
import { type Assistant, assemble } from '../../../src/assembly.ts'

const refused: unknown[] = []
let assistant: Assistant
beforeAll(async () => {
  assistant = await assemble({ onRefusal: (faults) => refused.push(faults) })
})

function remind(day: string, reminder = { date: 'receipt' } as Parameters<Assistant['remind']>[0]) {
  const told = assistant.remind(reminder, new Date(`${day}T09:00:00+08:00`))
  expect(refused.splice(0)).toEqual([])
  return { ...told?.answer, isOver: told?.isOver }
}

describe('a reminder whose day has come', () => {
  it('says which date, its words, the days left, the safe reading, and how to cancel', () => {
    const { text, outcome, citations, isOver } = remind('2023-07-28')
    expect(isOver).toBe(false)
    expect(text).toBe(
      [
        '到期提醒：报送联系人回执（2023年7月31日前）。',
        '原文：“于2023年7月31日前将联系人回执报送至联系邮箱”',
        '今天是2023年7月28日，距2023年7月31日还有3天。',
        '“2023年7月31日前”没有说明当日是否计入，稳妥的做法是在2023年7月30日（含）以前完成，还有2天。',
        '每个提醒只发一次；还设有别的提醒的，说“我的提醒”就能看，说“取消提醒”就不再发。',
        '依据：结尾段',
      ].join('\n'),
    )
    expect(outcome).toBe('guided')
    expect(citations).toEqual([
      { clause: 'closing', label: '结尾段', quote: '于2023年7月31日前将联系人回执报送至联系邮箱' },
    ])
  })

  it('says on the day itself that it may be too late already', () => {
    expect(remind('2023-07-31').text).toMatch(/今天（2023年7月31日）就是这一天。.*\n.*按不含当日理解，今天已经晚了/)
  })

  it('says afterwards that it is over and that the reminder did not come', () => {
    const { text, isOver } = remind('2023-08-02')
    expect(isOver).toBe(true)
    expect(text).toMatch(/日子已经过了，之前没能提醒到您。/)
    expect(text).toMatch(/2023年7月31日已过2天/)
  })

  it('does not claim that it failed when it may have arrived', () => {
    const { text } = remind('2023-08-02', { date: 'receipt', maybeSent: true })
    expect(text).toMatch(/可能已经发给您/)
    expect(text).not.toMatch(/没能提醒到您/)
  })

  it('is not told of a date that the notice does not have', () => {
    expect(remind('2023-07-28', { date: 'of-another-notice' }).text).toBeUndefined()
  })
})
