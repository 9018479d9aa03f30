import { describe, expect, it } from 'vitest'
import { byProvince, CITY, choose, plain, provinceOf, rowsOf } from '../../../fixtures/attachments/chosen-places.ts'
import { byCode, inMemory, readAs, rowsRead } from '../../../support/attachments.ts'

const cities = choose(CITY, 20, 4)
const table = (separator: string): string =>
  [
    ['序号', '省份', '城市'],
    ...cities.map((r, at) => [String(at + 1), provinceOf(r), r.name]),
    ['合计', '', String(cities.length)],
  ]
    .map((row) => row.join(separator))
    .join('\r\n')

// 浙江省,杭州市 and so on in GB 18030: Node writes no such bytes, so the few that are needed stand here.
const GBK = Buffer.from('caa1b7dd2cb3c7cad00ad5e3bdadcaa12cbabcd6ddcad00ac9cfbaa3cad02cd0ecbbe3c7f80a', 'hex')

describe('a CSV file is read', () => {
  it.each([
    ['in UTF-8', Buffer.from(table(','))],
    ['in UTF-8 with a byte order mark', Buffer.from(`\uFEFF${table(',')}`)],
    ['in UTF-16 with tabs, as Excel saves text', Buffer.from(`\uFEFF${table('\t')}`, 'utf16le')],
    ['in UTF-16, big end first', Buffer.from(`\uFEFF${table('\t')}`, 'utf16le').swap16()],
    ['with semicolons', Buffer.from(table(';'))],
    ['with wide commas', Buffer.from(table('，'))],
    [
      'with titles above and a signature below',
      Buffer.from(`附件1,,\n试点城市名单（共20个）,,\n,,\n${table(',')}\n\n注：排名不分先后,,\n,,2022年9月14日\n`),
    ],
    [
      'with names by lines in a quoted cell',
      Buffer.from(
        ['省份,城市', ...byProvince(cities).map(([pv, own]) => `${pv},"${own.map((r) => r.name).join('\n')}"`)].join(
          '\n',
        ),
      ),
    ],
    [
      'with a province for the blank cells below it',
      Buffer.from(
        byProvince(cities)
          .flatMap(([pv, own]) => own.map((r, y) => `${y === 0 ? pv : ''},${r.name}`))
          .join('\n'),
      ),
    ],
    ['with one name a line', Buffer.from(cities.map(plain).join('\n'))],
  ])('%s', async (_, bytes) => {
    const reading = await readAs('pilot-cities', inMemory('csv', bytes))
    expect([reading.unresolved, reading.mismatches]).toEqual([[], []])
    expect(rowsRead(reading)).toEqual(byCode(rowsOf(cities)))
  })

  it('in GB 18030', async () => {
    const reading = await readAs('pilot-cities', inMemory('csv', GBK))
    expect(reading.unresolved).toEqual([])
    expect(reading.resolved.map((r) => r.region.name)).toEqual(['杭州市', '徐汇区'])
  })
})
