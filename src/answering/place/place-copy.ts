/** Sentences about places and tables. The gate composes them again from the gazetteer and the tables: none is a template. */
export const placeCopy = {
  is: (name: string, above: string, type: string): string => `${name}${within(above)}是${type}。`,
  isZone: (name: string, above: string, type: string): string =>
    `${name}${within(above)}属于${type}一类，不是行政区划。`,
  isPart: (written: string, above: string, type: string): string =>
    `“${written}”在${above}，属于${type}一类，不是县级以上行政区划。`,
  isKind: (name: string, above: string, ending: string, type: string): string =>
    `${name}${within(above)}下辖的${ending}是${type}。`,
  formerly: (former: string, name: string, above: string, year: number | undefined): string =>
    `${former}是旧称${changed(year)}，现在是${name}${within(above)}。`,
  /** It kept its name and went to another city. */
  moved: (former: string, name: string, above: string, year: number | undefined): string =>
    `${former}是旧的隶属${changed(year)}，现在是${name}${within(above)}。`,
  heard: (written: string, name: string, above: string): string =>
    `没有查到“${written}”，按读音或字形理解为${name}${within(above)}。`,
  unknown: (written: string, asOf: string): string =>
    `截至${asOf}的行政区划里没有查到“${written}”，请核对名称，并说明在哪个省、哪个市。`,
  /** Of a place that was not named: 我们市. */
  whichKind: (ending: string): string => `要看是哪一种${ending}。`,
  nameIt: (ending: string): string =>
    `请说出是哪个${ending}（带上所在的省、市），我就能说明它归哪一类、名单里查到没有。`,
  near: (choices: readonly string[]): string => `名称相近的有：${numbered(choices)}`,
  which: (written: string, choices: readonly string[]): string =>
    `“${written}”不止一处，请问是哪一个？${numbered(choices)}`,
  /** Of a division that was split. */
  whichNow: (written: string, year: number | undefined, choices: readonly string[]): string =>
    `“${written}”是旧称${changed(year)}，现在分在几处，请问是哪一个？${numbered(choices)}`,
  tooMany: (count: number): string => `一共有${count}处，请加上所在的省、市再问。`,
  listed: (table: string, name: string, source: string): string => `${table}里有${name}${from(source)}。`,
  absent: (table: string, name: string, total: number): string => `${table}的${total}个已全部载入，没有${name}。`,
  absentOfProvince: (table: string, province: string, name: string, total: number, source: string): string =>
    `${table}里${province}的${total}个都已载入${from(source)}，没有${name}。`,
  unknownOnList: (table: string, name: string, loaded: number, total: number | undefined): string =>
    `${loaded === 0 ? `${table}还没有载入，不能判断${name}在不在` : `${table}${total === undefined ? '' : `共${total}个，`}这里只载入${loaded}个，没有查到${name}，不能据此说在或者不在`}。`,
  elsewhere: (name: string, table: string): string => `${name}对应的是${table}。`,
  already: (table: string, name: string, source: string): string => `${name}已经在${table}里${from(source)}。`,
  later: (table: string, name: string, source: string): string =>
    `${name}是在这份通知之后才进入${table}的${from(source)}。`,
  laterThan: (table: string, name: string, attached: string, source: string): string =>
    `${name}是在这份通知之后才进入${table}的${from(source)}，不是${attached}里的。`,
  country: '全国',
  provinces: '各省',
  rows: (table: string, place: string, names: readonly string[]): string =>
    names.length === 0
      ? `${table}里没有载入${place}的任何一个。`
      : `${table}里已载入${place}的${names.length}个：${names.join('、')}。`,
  rowsShort: (table: string, place: string, count: number, names: readonly string[]): string =>
    `${table}里已载入${place}的${count}个，前${names.length}个是：${names.join('、')}。`,
  heads: {
    serial: '序号',
    province: '省份',
    prefecture: '地市',
    name: '名称',
    code: '行政区划代码',
    written: '文件里的写法',
    category: '类别',
    source: '来源',
  },
  sheetSource: (source: string, date: string): string => `来源：${source}（${date}载入）。`,
  allRows: (place: string, total: number): string => `${place}的${total}个都在这里。`,
  partOfProvince: (province: string, total: number, loaded: number, source: string): string =>
    `${province}一共${total}个${from(source)}，这里只载入${loaded}个，所以不是完整的名单。`,
  partRows: (loaded: number, total: number | undefined): string =>
    `这张表${total === undefined ? '' : `共${total}个，`}只载入${loaded}个，所以不是完整的名单，个数也不能据此确定。`,
  quota: (table: string, place: string, what: string, value: number, source: string): string =>
    `${table}里${place}的${what}是${value}个${from(source)}。`,
  quotaSum: (table: string, names: string, what: string, value: number): string =>
    `${names}的${what}合计${value}个（按${table}里已载入的行相加，不是表里写的数）。`,
  quotaDifference: (table: string, name: string, other: string, what: string, more: number): string =>
    more === 0
      ? `${name}和${other}的${what}一样多（按${table}比较）。`
      : `${name}的${what}比${other}${more > 0 ? '多' : '少'}${Math.abs(more)}个（按${table}相减，不是表里写的数）。`,
  noQuotas: (table: string, place: string): string => `${place}的名额写在${table}里，这张表没有载入，这里不能回答。`,
  noQuotaCell: (table: string, place: string): string =>
    `${table}里有${place}这一行，但这一格是空的，或者画了横线，没有写数，不能当作0。`,
  noQuotaRow: (table: string, place: string): string => `${table}已载入的行里没有${place}。`,
} as const

const changed = (year: number | undefined): string => (year === undefined ? '' : `，${year}年调整`)
const numbered = (choices: readonly string[]): string => choices.map((c, at) => `\n${at + 1}. ${c}`).join('')
const within = (above: string): string => (above === '' ? '' : `（${above}）`)
const from = (source: string): string => (source === '' ? '' : `（来源：${source}）`)
