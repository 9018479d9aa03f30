import { describe, expect, it } from 'vitest'
import { ask } from '../../../support/assistant.ts'
import { divisions } from '../../../support/divisions.ts'

const shared = new Map<string, string[]>()
for (const { name, path } of divisions) shared.set(name, [...(shared.get(name) ?? []), path.join('')])
const repeated = [...shared].filter(([, paths]) => paths.length > 1)

describe('a name that fits several places', () => {
  it('is never guessed: all of them are offered with their provinces and cities, at most six to click', async () => {
    expect(repeated.length).toBeGreaterThan(25)
    for (const [name, paths] of repeated) {
      const { outcome, text, region, suggestions = [] } = await ask(`${name}能不能报`)
      expect(outcome, name).toBe('clarify')
      expect(region, name).toBeUndefined()
      for (const path of paths) expect(text).toContain(path)
      expect(suggestions.length).toBeLessThanOrEqual(6)
    }
  })

  it.each([
    ['朝阳', ['北京市朝阳区', '辽宁省朝阳市', '辽宁省朝阳市朝阳县', '吉林省长春市朝阳区']],
    ['和平', ['天津市和平区', '辽宁省沈阳市和平区', '广东省河源市和平县']],
    ['通州', ['北京市通州区', '江苏省南通市通州区']],
    ['宝山', ['上海市宝山区', '黑龙江省双鸭山市宝山区']],
    ['江北', ['重庆市江北区', '浙江省宁波市江北区']],
    ['普陀', ['上海市普陀区', '浙江省舟山市普陀区']],
    ['吉林', ['吉林省', '吉林省吉林市']],
    ['海南', ['海南省', '青海省海南藏族自治州', '内蒙古自治区乌海市海南区']],
  ])('%s is asked about', async (name, paths) => {
    const { outcome, text } = await ask(`我们${name}想申报，帮忙看看归哪一类`)
    expect(outcome).toBe('clarify')
    for (const path of paths) expect(text).toContain(path)
  })

  it.each([
    ['第二个', '220104'],
    ['2', '220104'],
    ['２', '220104'],
    ['选2', '220104'],
    ['后面那个', '220104'],
    ['最后一个', '220104'],
    ['长春的', '220104'],
    ['吉林那个', '220104'],
    ['吉林省长春市朝阳区', '220104'],
    ['长春朝阳', '220104'],
    ['常春的', '220104'],
    ['changchun', '220104'],
    ['北京的，不是长春的', '110105'],
    ['直辖市的那个', '110105'],
    ['第一个吧', '110105'],
    ['1', '110105'],
    ['首都那个', undefined],
  ])('is chosen by %s', async (choice, code) => {
    expect((await ask('朝阳区能不能申报', choice)).region?.code).toBe(code)
  })

  it('is asked about again where the choice fits two, and then decided by its kind', async () => {
    const again = await ask('朝阳能报吗', '辽宁的')
    expect(again.outcome).toBe('clarify')
    expect(again.text).not.toContain('长春')
    expect((await ask('朝阳能报吗', '辽宁的', '那个县')).region?.code).toBe('211321')
  })

  it('is decided by the sentence itself', async () => {
    expect((await ask('长春的朝阳区能报吗')).region?.code).toBe('220104')
    expect((await ask('江苏通州想报示范县，行吗')).region?.code).toBe('320612')
    expect((await ask('沪普陀能报吗')).region?.code).toBe('310107')
    expect((await ask('吉林市能报吗')).region?.code).toBe('220200')
  })

  it('keeps what was asked: a list stays a list', async () => {
    const { text, region } = await ask('鼓楼区在不在试点县名单里', '徐州的')
    expect(region?.code).toBe('320302')
    expect(text).toMatch(/附件2/u)
  })

  it('is left open when none of those offered is meant', async () => {
    expect((await ask('和平能报吗', '都不是')).outcome).toBe('clarify')
    expect((await ask('和平能报吗', '都不是', '河源的和平县')).region?.code).toBe('441624')
  })
})
