import { beforeAll, describe, expect, it } from 'vitest'
import { type Assistant, assemble } from '../../../src/assembly.ts'
import type { Focus } from '../../../src/domain/conversation.ts'

const NOW = new Date('2023-08-10T09:00:00+08:00')
let assistant: Assistant
beforeAll(async () => {
  assistant = await assemble()
})

const say = (...messages: readonly string[]): { readonly text: string; readonly outcome: string } => {
  let focus: Focus | undefined
  let answer = { text: '', outcome: '' }
  for (const message of messages) {
    const turn = assistant.answer(message, { now: NOW, focus })
    focus = turn.focus
    answer = turn.answer
  }
  return answer
}

describe('a thing that is described, not named', () => {
  it.each([
    ['地方上自己回顾成绩的那份文书，要往前数几年？', '创建工作报告'],
    ['县里没大厂，就靠一种全国闻名的水果，有没有对着这种地方的说法？', '地理标志'],
    ['哪一档负责打样，哪一档负责铺开？', '普及推广'],
  ])('is found by what its words resemble: %s', (question, held) => {
    expect(say(question).text).toContain(held)
  })
})

describe('a verdict', () => {
  it('is not owed on something that no fact speaks of', () => {
    expect(say('评审组里有没有高校的人').text).not.toMatch(/^(?:是的|不是)/u)
  })

  it('is not owed on all where the fact speaks of some', () => {
    expect(say('省局推荐上去的就全都能评上，对吧').text).not.toMatch(/^是的/u)
  })

  it('is a no where a listing that the fact states is denied', () => {
    expect(say('新疆兵团的知识产权局不在收文单位里，对吧').text).toMatch(/^不是/u)
  })

  it('leaves open how long a punishment lasts', () => {
    expect(say('被查出作假的县，往后几年之内不许再报啊').outcome).toBe('not_stated')
  })
})

describe('a follow-up', () => {
  it('takes the rest of a list by its number', () => {
    expect(say('申报函交纸的还是电子的', '余下三份咋交').text).toContain('平台')
  })

  it('points to the item that a body makes', () => {
    expect(say('申报材料有哪些', '政府出的那份递给谁').text).toContain('省级知识产权局提出')
  })

  it('says whether a body is among those listed', () => {
    expect(say('这文主送给哪些单位', '国务院各部委在不在里面').text).toMatch(/^不是/u)
  })

  it('switches to the other date when its matter is asked after', () => {
    expect(say('回执最晚哪天', '推荐那个呢，还有多少天').text).toContain('还有36天')
  })
})
