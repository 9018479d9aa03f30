import { describe, expect, it } from 'vitest'
import { ask } from '../../../support/assistant.ts'

describe('the classic errors about levels', () => {
  it.each([
    ['昌平区能报示范县吗', 'city', /^不可以.*昌平区（北京市）是直辖市的区/u, /对应示范城市一类，不在示范县一类里/u],
    ['浦东新区可以按县域申报吧', 'city', /^不/u, /对应示范城市一类/u],
    ['重庆涪陵区是县域，走示范县对吧', 'city', /^不/u, /对应示范城市一类/u],
    ['重庆云阳县能报示范城市吗', 'county', /^不可以/u, /直辖市下辖的县对应示范县一类/u],
    ['昆山市能报示范城市吗', 'county', /^不可以/u, /县级市对应示范县一类/u],
    ['义乌带个市字，应该走城市这条线吧', 'county', /^不/u, /县级市对应示范县一类/u],
    ['石河子市能报示范城市吗', 'county', /^不可以/u, /县级市对应示范县一类/u],
    ['余杭区能申报示范城市吗', 'county', /^不可以/u, /对应示范县一类/u],
    ['深圳南山区是副省级城市的区，能报示范城市不', 'county', /^不可以/u, /对应示范县一类/u],
    ['苏州市能报示范县吗', 'city', /^不可以/u, /地级以上城市对应示范城市一类/u],
    ['准格尔旗能报示范城市吗', 'county', /^不可以/u, /旗、自治旗对应示范县一类/u],
    ['济源市是省直管的，能报示范城市吗', 'county', /^不可以/u, /县级市对应示范县一类/u],
  ])('are put right: %s', async (text, track, verdict, fact) => {
    const answer = await ask(text)
    expect(answer.region?.track).toBe(track)
    expect(answer.text).toMatch(verdict)
    expect(answer.text).toMatch(fact)
  })
})

describe('what the wording does not name', () => {
  it.each([
    ['延边朝鲜族自治州能报示范城市吗', /自治州、地区、盟/u, /省级知识产权局/u],
    ['恩施州归城市还是归县', /自治州、地区、盟/u, /省级知识产权局/u],
    ['大兴安岭地区能按地级以上城市报吗', /自治州、地区、盟/u, /省级知识产权局/u],
    ['锡林郭勒盟能申报吗', /自治州、地区、盟/u, /省级知识产权局/u],
    ['神农架林区能报示范县吗', /林区、特区/u, /省级知识产权局/u],
    ['六枝特区算不算等字里面的', /林区、特区/u, /省级知识产权局/u],
    ['北京市能整体报示范城市吗', /直辖市整体/u, /国家知识产权局/u],
    ['浙江省能报示范城市吗', /省、自治区和兵团本身/u, /国家知识产权局/u],
    ['新疆生产建设兵团能不能申报', /省、自治区和兵团本身/u, /国家知识产权局/u],
    ['苏州工业园区能报示范县吗', /开发区、园区、新区管委会/u, /省级知识产权局/u],
    ['雄安新区走哪条线', /开发区、园区、新区管委会/u, /省级知识产权局/u],
    ['常州高新区自己能报吗', /开发区、园区、新区管委会/u, /省级知识产权局/u],
    ['我们园区管委会能报吗', /开发区、园区、新区管委会/u, /省级知识产权局/u],
    ['余杭区仓前街道能报吗', /乡镇、街道、村/u, /县（市、区）/u],
    ['东莞厚街镇能申报吗', /乡镇、街道、村/u, /县（市、区）/u],
    ['我们村能报示范县吗', /乡镇、街道、村/u, /县（市、区）/u],
    ['香港能申报吗', /港澳台/u, /国家知识产权局/u],
    ['台湾省能报吗', /港澳台/u, /国家知识产权局/u],
    ['加格达奇区归哪一类', /地区（行署）下辖的区/u, /省级知识产权局/u],
  ])('is left open, with whom to ask: %s', async (text, what, whom) => {
    const answer = await ask(text)
    expect(answer.outcome).toBe('not_stated')
    expect(answer.text).toMatch(/通知没有写明/u)
    expect(answer.text).toMatch(what)
    expect(answer.text).toMatch(whom)
    expect(answer.region?.track ?? 'unnamed').toBe('unnamed')
    expect(answer.text).not.toMatch(/(?:^|\n)(?:是的|可以)/u)
  })
})

describe('a place of one’s own that is not named', () => {
  it.each([
    ['我们区能不能报', /^可以，但有条件/u, ['直辖市的区对应示范城市一类', '副省级城市、地级市下辖的区对应示范县一类']],
    ['我们市能报示范县吗', /^要看是哪一种市/u, ['地级以上城市对应示范城市一类', '县级市对应示范县一类']],
    ['咱们县能报示范城市吗', /^不可以/u, ['对应示范县一类']],
    ['本市算哪条线', /^地级以上城市|^县级市/u, ['地级以上城市对应示范城市一类', '县级市对应示范县一类']],
  ])('is told of every kind that it can be, and asked for its name: %s', async (text, begins, says) => {
    const answer = await ask(text)
    expect(answer.text).toMatch(begins)
    for (const one of says) expect(answer.text).toContain(one)
    expect(answer.text).toMatch(/请说出是哪个[区县市]/u)
  })

  it('is the one last spoken of', async () => {
    expect((await ask('余杭区归哪类', '那我们区能报吗')).region?.code).toBe('330110')
  })
})
