import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { ask } from '../../../support/assistant.ts'

// Written from memory of the State Council's approvals, not from knowledge/regions: old name, year, name now.
const CHANGES = `
崇文区 2010 东城区|宣武区 2010 西城区|密云县 2015 密云区|延庆县 2015 延庆区|塘沽区 2009 滨海新区|汉沽区 2009 滨海新区|大港区 2009 滨海新区
宁河县 2015 宁河区|静海县 2015 静海区|蓟县 2016 蓟州区|藁城市 2014 藁城区|鹿泉市 2014 鹿泉区|唐海县 2012 曹妃甸区|滦县 2018 滦州市
冀州市 2016 冀州区|平泉县 2017 平泉市|长治县 2018 上党区|潞城市 2018 潞城区|太谷县 2019 太谷区|大同县 2018 云州区|怀仁县 2018 怀仁市
东陵区 2014 浑南区|普兰店市 2015 普兰店区|大洼县 2016 大洼区|九台市 2014 九台区|双城市 2014 双城区|抚远县 2016 抚远市|漠河县 2018 漠河市
卢湾区 2011 黄浦区|闸北区 2015 静安区|南汇区 2009 浦东新区|崇明县 2016 崇明区|白下区 2013 秦淮区|下关区 2013 鼓楼区|溧水县 2013 溧水区
高淳县 2013 高淳区|崇安区 2015 梁溪区|北塘区 2015 梁溪区|铜山县 2010 铜山区|戚墅堰区 2015 武进区|金坛市 2015 金坛区|沧浪区 2012 姑苏区
平江区 2012 姑苏区|金阊区 2012 姑苏区|吴江市 2012 吴江区|港闸区 2020 崇川区|海门市 2020 海门区|海安县 2018 海安市|赣榆县 2014 赣榆区
新浦区 2014 海州区|洪泽县 2016 洪泽区|淮安清河区 2016 清江浦区|大丰市 2015 大丰区|江都市 2011 江都区|维扬区 2011 邗江区|姜堰市 2012 姜堰区
江干区 2021 上城区|下城区 2021 拱墅区|富阳市 2014 富阳区|临安市 2017 临安区|宁波江东区 2016 鄞州区|奉化市 2016 奉化区|洞头县 2015 洞头区
绍兴县 2013 柯桥区|上虞市 2013 上虞区|玉环县 2017 玉环市|居巢区 2011 巢湖市|芜湖县 2020 湾沚区|繁昌县 2020 繁昌区|无为县 2019 无为市
金家庄区 2012 花山区|铜陵县 2015 义安区|潜山县 2018 潜山市|广德县 2019 广德市|长乐市 2017 长乐区|梅列区 2021 三元区|沙县 2021 沙县区
龙海市 2021 龙海区|长泰县 2021 长泰区|建阳市 2014 建阳区|永定县 2014 永定区|新建县 2015 新建区|湾里区 2019 新建区|九江县 2017 柴桑区
星子县 2016 庐山市|余江县 2018 余江区|南康市 2013 南康区|赣县 2016 赣县区|龙南县 2020 龙南市|广丰县 2015 广丰区|上饶县 2019 广信区
章丘市 2016 章丘区|济阳县 2018 济阳区|莱芜市 2019 莱芜区|四方区 2012 市北区|胶南市 2012 黄岛区|即墨市 2017 即墨区|垦利县 2016 垦利区
蓬莱市 2020 蓬莱区|长岛县 2020 蓬莱区|兖州市 2013 兖州区|文登市 2014 文登区|苍山县 2014 兰陵县|茌平县 2019 茌平区|定陶县 2016 定陶区
开封县 2014 祥符区|金明区 2014 龙亭区|偃师市 2021 偃师区|孟津县 2021 孟津区|吉利区 2021 孟津区|长垣县 2019 长垣市|许昌县 2016 建安区
陕县 2015 陕州区|淮阳县 2019 淮阳区|郧县 2014 郧阳区|襄樊市 2010 襄阳市|襄阳区 2010 襄州区|京山县 2018 京山市|监利县 2020 监利市
望城县 2011 望城区|宁乡县 2017 宁乡市|株洲县 2018 渌口区|邵东县 2019 邵东市|祁阳县 2021 祁阳市|萝岗区 2014 黄埔区|从化市 2014 从化区
增城市 2014 增城区|茂港区 2014 电白区|电白县 2014 电白区|高要市 2015 高要区|梅县 2013 梅县区|阳东县 2014 阳东区|清新县 2012 清新区
横县 2021 横州市|武鸣县 2015 武鸣区|柳江县 2016 柳江区|临桂县 2013 临桂区|蝶山区 2013 万秀区|靖西县 2015 靖西市|宜州市 2016 宜州区
万盛区 2011 綦江区|綦江县 2011 綦江区|重庆双桥区 2011 大足区|大足县 2011 大足区|璧山县 2014 璧山区|铜梁县 2014 铜梁区|潼南县 2015 潼南区
荣昌县 2015 荣昌区|开县 2016 开州区|梁平县 2016 梁平区|武隆县 2016 武隆区|双流县 2015 双流区|郫县 2016 郫都区|新津县 2020 新津区
罗江县 2017 罗江区|安县 2016 安州区|元坝区 2013 昭化区|射洪县 2019 射洪市|宜宾县 2018 叙州区|达县 2013 达川区|名山县 2012 名山区
康定县 2015 康定市|会理县 2021 会理市|小河区 2012 花溪区|盘县 2017 盘州市|遵义县 2016 播州区|毕节地区 2011 毕节市|铜仁地区 2011 铜仁市
万山特区 2011 万山区|黔西县 2021 黔西市|呈贡县 2011 呈贡区|晋宁县 2016 晋宁区|翠云区 2007 思茅区|腾冲县 2015 腾冲市|香格里拉县 2014 香格里拉市
昌都地区 2014 昌都市|日喀则地区 2014 日喀则市|林芝地区 2015 林芝市|山南地区 2016 山南市|那曲地区 2017 那曲市|米林县 2023 米林市|错那县 2023 错那市
高陵县 2014 高陵区|户县 2016 鄠邑区|凤翔县 2021 凤翔区|彬县 2018 彬州市|华县 2015 华州区|神木县 2017 神木市|横山县 2015 横山区
海东地区 2013 海东市|湟中县 2019 湟中区|玉树县 2013 玉树市|米泉市 2007 米东区|吐鲁番地区 2015 吐鲁番市|哈密地区 2016 哈密市|库车县 2019 库车市`
  .split(/[|\n]/u)
  .filter((one) => one !== '')
  .map((one) => one.split(' ') as [string, string, string])

const MOVED: readonly (readonly [string, string, string])[] = [
  ['资阳市简阳市', '2016', '成都市'],
  ['四平公主岭市', '2020', '长春市'],
  ['安庆枞阳县', '2015', '铜陵市'],
  ['六安寿县', '2015', '淮南市'],
  ['巢湖含山县', '2011', '马鞍山市'],
]

describe('a former name', () => {
  it('is answered with the division of today, which says since when', async () => {
    expect(CHANGES.length).toBeGreaterThan(180)
    const wrong: string[] = []
    for (const [old, year, now] of CHANGES) {
      const { text, region } = await ask(`${old}能不能申报`)
      if (region?.name !== now || !text.includes(`是旧称，${year}年调整，现在是${now}`)) wrong.push(`${old}: ${text}`)
    }
    expect(wrong).toEqual([])
  })

  it('is understood with the city that it belonged to', async () => {
    for (const [old, year, city] of MOVED) {
      const { text } = await ask(`${old}能报吗`)
      expect(text).toMatch(new RegExp(`是旧的隶属，${year}年调整，现在是.+${city}`, 'u'))
    }
  })

  it('of a district that was divided is asked about, with the year', async () => {
    const answer = await ask('石家庄桥东区能申报吗')
    expect(answer.outcome).toBe('clarify')
    expect(answer.text).toMatch(/桥东区”是旧称，2014年调整/u)
    expect(answer.text).toMatch(/长安区\n.+桥西区/u)
    expect((await ask('石家庄桥东区能申报吗', '桥西')).region?.code).toBe('130104')
  })

  it('never hides a division of today', async () => {
    expect((await ask('江西省九江市庐山市能报吗')).region?.code).toBe('360483')
    expect((await ask('湖北随州市能报吗')).region?.code).toBe('421300')
    expect((await ask('巢湖市能报吗')).region?.code).toBe('340181')
    expect((await ask('淮安市能报吗')).region?.code).toBe('320800')
  })
})

describe('the table of former names', () => {
  const rows = parse(readFileSync('knowledge/regions/former-names.csv'), { columns: true }) as readonly Readonly<
    Record<'former' | 'former_parent' | 'year', string>
  >[]

  it('has the year of every change since 2000', () => {
    expect(rows.length).toBeGreaterThan(1_000)
    expect(rows.filter((r) => r.year === '').map((r) => r.former)).toEqual(['白云矿区'])
  })

  it('is answered for row by row, beside the city of then', { timeout: 30_000 }, async () => {
    const recent = rows.filter((r) => Number(r.year) >= 2010)
    const wrong: string[] = []
    for (const { former, former_parent, year } of recent) {
      const { text } = await ask(`${former_parent}${former}归哪一类`)
      if (!text.includes(`${year}年调整`)) wrong.push(`${former_parent}${former}: ${text}`)
    }
    expect(wrong).toEqual([])
  })
})
