import { describe, expect, it } from 'vitest'
import { isWhole } from '../../../../src/ingestion/attachments/read-attachment.ts'
import type { Layout } from '../../../fixtures/attachments/layout.ts'
import { oddLists } from '../../../fixtures/attachments/odd-lists.ts'
import { quotas } from '../../../fixtures/attachments/quotas.ts'
import { webLists } from '../../../fixtures/attachments/web-lists.ts'
import { inMemory, readAs, rowsRead } from '../../../support/attachments.ts'

const MISTAKES: readonly (readonly [string, (name: string) => string])[] = [
  ['another first character', (name) => `某${name.slice(1)}`],
  ['another last character', (name) => `${name.slice(0, -1)}某`],
  ['a character too many', (name) => `${name.slice(0, 1)}囗${name.slice(1)}`],
  ['a letter', (name) => `${name.slice(0, -1)}x`],
]
const EVERY = 29

// Each layout with one name misspelt: of names that stand in it once.
function misspelt({ body, rows }: Layout, read: readonly { readonly code: string; readonly name: string }[]) {
  const once = read.filter((r) => rows.some((e) => e.code === r.code) && body.split(r.name).length === 2)
  return once
    .filter((_, at) => at % EVERY === 0)
    .flatMap(({ name }) => MISTAKES.map(([kind, change]) => ({ name, kind, body: body.replace(name, change(name)) })))
}

describe('no row is lost or changed without a word, where a name is misspelt', () => {
  const layouts = [...oddLists, ...webLists, ...quotas].filter((l) => l.kind === 'html')
  it.each(layouts.map((l) => [l.name, l] as const))('in %s', async (_, layout) => {
    const right = await readAs(layout.table, inMemory('html', layout.body))
    const silent: string[] = []
    for (const { name, kind, body } of misspelt(
      layout,
      right.resolved.map((r) => r.row),
    )) {
      const reading = await readAs(layout.table, inMemory('html', body))
      const isSame = JSON.stringify(rowsRead(reading)) === JSON.stringify(rowsRead(right))
      if (isWhole(reading) && !isSame) silent.push(`${name}: ${kind}`)
    }
    expect(silent).toEqual([])
  })
})

describe('a table says what is wrong with it:', () => {
  const list = (...rows: (readonly string[])[]): string => rows.map((r) => r.join(',')).join('\n')
  it.each([
    [
      'a total that is not met',
      list(['序号', '城市'], ['1', '杭州市'], ['2', '宁波市'], ['合计', '3']),
      /文件里写的总数是3个，读到2个/,
    ],
    [
      'a number left out',
      list(['序号', '城市'], ['1', '杭州市'], ['2', '宁波市'], ['4', '温州市']),
      /序号是4，前面是2/,
    ],
    [
      'a number without a name',
      list(['序号', '省份', '城市'], ['1', '浙江省', '杭州市'], ['2', '浙江省', ''], ['3', '浙江省', '温州市']),
      /有序号，没有认出名称/,
    ],
    ['a row that comes twice', list(['杭州市'], ['宁波市'], ['杭州市']), /和第1行重复/],
    ['a former and a present name of one place', list(['浙江省', '上虞市'], ['浙江省', '上虞区']), /和第1行重复/],
    ['a name that fits several places', list(['县域'], ['鼓楼区'], ['桐庐县']), /有几个地方叫这个名称/],
    [
      'a name under another province',
      list(['省份', '城市'], ['浙江省', '杭州市'], ['青海省', '宁波市']),
      /和所在的省、市或者代码对不上/,
    ],
    ['a place of the other track', list(['杭州市'], ['德清县']), /是县，不属于这张名单的一类/],
    ['a code of another place', list(['代码', '名称'], ['330100', '杭州市'], ['330300', '宁波市']), /对不上/],
  ])('%s', async (_, text, words) => {
    const reading = await readAs(/上虞|鼓楼/u.test(text) ? 'pilot-counties' : 'pilot-cities', inMemory('csv', text))
    expect(isWhole(reading)).toBe(false)
    expect([...reading.unresolved.map((u) => u.why), ...reading.mismatches].join('\n')).toMatch(words)
  })
})
