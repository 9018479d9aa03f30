import { describe, expect, it } from 'vitest'
import { ask } from '../../../support/assistant.ts'

const code = async (text: string): Promise<string | undefined> => (await ask(text)).region?.code

describe('a place is understood', () => {
  it.each([
    ['余杭能报吗', '330110'],
    ['浦东能不能申报', '310115'],
    ['沪浦东归哪条线', '310115'],
    ['广州天河能报吗', '440106'],
    ['浙江义乌算城市还是县', '330782'],
    ['恩施州能报示范城市吗', '422800'],
    ['凉山州归哪一类', '513400'],
    ['积石山县能报吗', '622927'],
    ['新疆喀什市能报吗', '653101'],
    ['内蒙古准格尔旗能报吗', '150622'],
    ['兵团的石河子能报吗', '659001'],
    ['杭州的余杭区，能报吗', '330110'],
    ['余杭区（杭州市）能报吗', '330110'],
  ])('in a shortened form: %s', async (text, expected) => {
    expect(await code(text)).toBe(expected)
  })

  it.each([
    ['魔都能报吗', '310000'],
    ['羊城能报示范城市吗', '440100'],
    ['鹏城能报示范城市吗', '440300'],
    ['蓉城归哪类', '510100'],
    ['泉城能申报吗', '370100'],
    ['呼市能报示范城市吗', '150100'],
    ['北京副中心那个区能报吗', '110112'],
    ['光谷能自己报吗', '420170'],
  ])('by a nickname: %s', async (text, expected) => {
    expect(await code(text)).toBe(expected)
  })

  it.each([
    ['余航区能报吗', '330110'],
    ['重庆容昌区能报吗', '500153'],
    ['yuhang能报吗', '330110'],
    ['pudong xinqu能不能申报', '310115'],
    ['Beijing Chaoyang能报吗', '110105'],
    ['kunshan归哪条线', '320583'],
    ['廣州天河能報嗎', '440106'],
    ['臺州玉環能不能申報', '331083'],
    ['義烏市走哪條線', '330782'],
    ['ｙｕｈａｎｇ能报吗', '330110'],
  ])('as it is typed: %s', async (text, expected) => {
    expect(await code(text)).toBe(expected)
  })

  it.each([
    [
      '领导昨天开会时专门问了一句，说咱们昆山这几年专利做得还可以，今年这个示范到底能不能去申报，让我先打听打听',
      '320583',
    ],
    ['我在省局联络处负责汇总各地的申报意向，早上接到长兴那边的电话，他们想弄明白自己应该归到哪一类里去', '330522'],
    ['前几天去调研的时候听神农架的同志讲他们也想争取一下，请你帮忙判断一下神农架林区能不能按示范县去报', '429021'],
  ])('inside a long sentence: %s', async (text, expected) => {
    expect(await code(text)).toBe(expected)
  })

  it('beside another one, each with its own answer', async () => {
    const { text } = await ask('昆山和浦东哪个能报示范县')
    expect(text).toMatch(/昆山市（江苏省苏州市）是县级市。\n县级市对应示范县一类/u)
    expect(text).toMatch(/浦东新区（上海市）是直辖市的区。\n直辖市的区对应示范城市一类/u)
    const three = await ask('昌平区、余杭区和长兴县分别走哪条线')
    for (const name of ['昌平区', '余杭区', '长兴县']) expect(three.text).toContain(`${name}（`)
  })
})

describe('a name that no division has', () => {
  it('is said to be unknown and never read as another', async () => {
    for (const name of ['霁光县', '青岚市', '云梦泽区']) {
      const { outcome, region, text } = await ask(`${name}能报吗`)
      expect(region, name).toBeUndefined()
      expect(outcome).toBe('clarify')
      expect(text).toContain(`没有查到“${name}”`)
    }
  })

  it('by its ending only is asked about', async () => {
    for (const [name, near] of [
      ['义乌区', '浙江省金华市义乌市'],
      ['上海县', '上海市'],
      ['海淀县', '北京市海淀区'],
    ]) {
      const { outcome, region, text } = await ask(`${name}能报吗`)
      expect(outcome, name).toBe('clarify')
      expect(region).toBeUndefined()
      expect(text).toContain(`没有查到“${name}”`)
      expect(text).toContain(near)
    }
    expect((await ask('海淀县能报示范县吗', '对')).region?.code).toBe('110108')
  })
})

describe('ordinary words that are names as well', () => {
  it.each([
    '材料的格式和平台的要求一致吗',
    '截止时间能不能延长',
    '推荐函要不要公安部门会签',
    '我们单位和兄弟单位合作申报可以吗',
    '示范方案怎么体现开放合作',
    '工作报告大方向怎么写',
    '上报的通道什么时候开',
  ])('name no place in: %s', async (text) => {
    expect((await ask(text)).region).toBeUndefined()
  })
})
