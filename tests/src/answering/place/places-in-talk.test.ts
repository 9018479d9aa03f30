import { describe, expect, it } from 'vitest'
import { ask } from '../../../support/assistant.ts'

describe('places as people talk of them', () => {
  it.each([
    ['新疆石河子市能报吗', '659001', 'county'],
    ['新疆图木舒克市归兵团，能报哪个', '659003', 'county'],
    ['巴州库尔勒能报示范城市吗', '652801', 'county'],
    ['佳木斯的郊区能报示范县吗', '230811', 'county'],
    ['崇左凭祥', '451481', 'county'],
    ['中山市下面没有县，那中山能报示范县吗', '442000', 'city'],
    ['房山以前是县，现在按县报可以不', '110111', 'city'],
    ['昨儿个处长说让咱大足去报示范县，妥不妥', '500111', 'city'],
    ['江夏区就是原来的武昌县吧，能报什么', '420115', 'county'],
    ['遵义播州就是以前的遵义县吧？能报示范县吗', '520304', 'county'],
    ['凉山会理去年改市了，还是县吗，报哪类', '513402', 'county'],
    ['景德镇昌江区能报示范城市吗，我们是陶瓷之都', '360202', 'county'],
    ['杭州钱塘区是新设的，能不能报', '330114', 'county'],
    ['请问“广西壮族自治区桂林市阳朔县”属于什么类型', '450321', 'county'],
    ['安庆宿松是省直管县能报示范城市吗', '340826', 'county'],
    ['满洲里是计划单列的，能报城市吗', '150781', 'county'],
    ['莫旗能报吗', '150722', 'county'],
    ['我们比如县能报吗', '540622', 'county'],
    ['黄岛区能报示范城市吗，我们是计划单列市的区', '370211', 'county'],
    ['雄县归雄安管，能报吗', '130638', 'county'],
  ])('are understood: %s', async (text, code, track) => {
    expect((await ask(text)).region).toMatchObject({ code, track })
  })

  it.each([
    ['仙桃潜江天门这三个能报示范城市吗', ['仙桃市（', '潜江市（', '天门市（']],
    ['容城安新雄县三个县都能报示范县吧', ['容城县（', '安新县（', '雄县（']],
    ['铁岭县和铁岭市都能报吗', ['铁岭县（', '铁岭市（']],
    ['涪陵区和丰都县走的线一样吗', ['涪陵区（', '丰都县（', '示范城市一类', '示范县一类']],
    ['巩义 新密 登封 这些能走城市线不', ['巩义市（', '新密市（', '登封市（']],
  ])('are told of one by one: %s', async (text, says) => {
    const answer = await ask(text)
    for (const one of says) expect(answer.text).toContain(one)
  })

  it.each(['潮州枫溪区能报吗', '揭阳蓝城区能报吗', '汕尾红海湾能报吗', '重庆云梦泽区能报吗'])(
    'are not taken for the city around them: %s',
    async (text) => {
      const { outcome, region, text: said } = await ask(text)
      expect(outcome).toBe('clarify')
      expect(region).toBeUndefined()
      expect(said).toMatch(/没有查到/u)
    },
  )

  it.each([
    ['北京亦庄能报吗', '北京经济技术开发区'],
    ['郑州航空港区能报示范县吗', '郑州航空港经济综合实验区'],
    ['张江能报吗', '张江高科技园区'],
  ])('are zones where they are zones: %s', async (text, name) => {
    const { region, outcome } = await ask(text)
    expect(region).toMatchObject({ name, track: 'unnamed' })
    expect(outcome).toBe('not_stated')
  })
})
