import { readNumber } from '../../text/numbers.ts'

// Words that stand in tables and lists of any document, and name no place.

/** What a column holds, as its head says. */
export type ColumnRole = 'serial' | 'province' | 'prefecture' | 'name' | 'count' | 'category' | 'code' | 'ignored'

const HEADS: readonly (readonly [ColumnRole, RegExp])[] = [
  ['serial', /^(?:序号|编号|顺序|排序|no\.?)$/iu],
  ['code', /^(?:行政区划)?(?:代码|编码)$/u],
  ['count', /^(?:数量|个数|数目|小计|家数|试点数|数)(?:[（(]个[)）])?$/u],
  ['category', /^(?:类别|类型|类|特色|特色类型|分类|方向)$/u],
  [
    'ignored',
    /^(?:备注|说明|时间|日期|批次|文号|来源|联系人?|电话|邮箱|职务|单位|主管部门|网址|.*(?:时间|日期|期限|电话))$/u,
  ],
  [
    'province',
    /^(?:省|省份|省别|省[（(].+[)）]|省[、/]?(?:自治)?区[、/]?(?:直辖)?市|省级单位|推荐单位|省级.{2,8}局|.*所在省份?|所属省份?|地区)$/u,
  ],
  ['prefecture', /^(?:市[（(].+[)）]|地市|地级市|设区的?市|市州|所属市|所在市|所属地市|.*所在市|地级市[（(].+[)）])$/u],
  [
    'name',
    /^(?:名称|城市|城市名称|地名|县|县域|县名|县区|县市区?|市|区|区县|县[（(].+[)）]|(?:试点|示范)?(?:城市|县域?|地区)(?:名称|名单)?|.*(?:试点|示范)(?:城市|县域?|地区|单位)?(?:名称|名单)?|申报.*名称|全称)$/u,
  ],
]

const squeezed = (text: string): string => text.replace(/[\s\u3000]/gu, '')

/** What a head says of its column; undefined for a text that is no head. */
export function roleOfHead(text: string): ColumnRole | undefined {
  const head = squeezed(text)
  return HEADS.find(([, pattern]) => pattern.test(head))?.[0]
}

const TOTAL_WORD = /^(?:合计|总计|共计|总数|全国合计|全国总计|全国|总和)[:：]?$/u
const SUBTOTAL_WORD = /^(?:小计|分计)[:：]?$/u

/** 合计, in a cell of its own. */
export const isTotalWord = (text: string): boolean => TOTAL_WORD.test(squeezed(text))

/** 小计, in a cell of its own. */
export const isSubtotalWord = (text: string): boolean => SUBTOTAL_WORD.test(squeezed(text))

const NUMBER = '([0-9０-９]{1,4}|[〇零一二两三四五六七八九十百]{1,6})'
const TOTAL = new RegExp(`(?:合计|总计|共计|总数|总共|共有|共)[:：为是]?${NUMBER}(?![页张份次年月日0-9])`, 'u')
const TITLE_TOTAL = new RegExp(`(?:名单|一览表|目录|名录)[（(][共计]*${NUMBER}(?:个|家|座)?.{0,6}[)）]`, 'u')

/** A total that a text states (合计72个, 名单（共72个）); undefined when it states none. */
export function totalIn(text: string): number | undefined {
  const plain = squeezed(text)
  const written = (TITLE_TOTAL.exec(plain) ?? TOTAL.exec(plain))?.[1]
  return written === undefined ? undefined : numberIn(written)
}

/** A whole number in digits of either width or in Chinese numerals. */
export function numberIn(text: string): number | undefined {
  const plain = squeezed(text).replace(/[０-９]/gu, (d) => String.fromCharCode(d.charCodeAt(0) - 0xfee0))
  return readNumber(plain)
}

const COUNT = new RegExp(`^[共计]*${NUMBER}(?:个|家|座|名|市|县|地)?$`, 'u')
/** The count in a bracket after a heading: 5个, 共5个. */
export function countIn(text: string): number | undefined {
  const written = COUNT.exec(squeezed(text))?.[1]
  return written === undefined ? undefined : numberIn(written)
}

const SERIAL = /^[（(]?(?:\d{1,4}|[一二三四五六七八九十]{1,3}|[①-⑳])[)）.、．]?$/u
/** A running number in a cell of its own. */
export const isSerial = (text: string): boolean => SERIAL.test(squeezed(text))

/** A text without the number it begins with: 1.杭州市, （一）浙江省. */
export const withoutSerial = (text: string): string =>
  text.replace(
    /^[\s\u3000]*(?:[（(][0-9０-９]{1,3}[)）]|[0-9０-９]{1,3}(?:[.、．)）]|[\s\u3000]+(?=\p{Script=Han})|(?![个家市县年月日号批项类座名人页](?!\p{Script=Han}+[市区县旗州盟]))(?=\p{Script=Han}))|[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、．.]|[①-⑳㈠-㈩])[\s\u3000]*/u,
    '',
  )

const SECTION =
  /^(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[)）])|^(?:其[他它余]|东部|中部|西部|东北|华北|华东|华南|华中|西北|西南|省会|省内|沿海|内陆|城市|县域|单列|综合)|(?:地区|城市|区域|部分|类别?)$/u
/** Heads a section of a list: 三、其他, 东部地区. */
export const isSectionHeading = (text: string): boolean => SECTION.test(squeezed(text))

const CATEGORY_HEADING = /^(\p{Script=Han}{2,10}类)(?:[（(].{1,8}[)）])?[:：]?$/u
/** The category that a heading names for what follows: 一、地理标志类（8个）. */
export const categoryHeading = (text: string): string | undefined =>
  CATEGORY_HEADING.exec(squeezed(withoutSerial(text)))?.[1]

/** Words for a kind of division, in a bracket after a name: 某市（县级市）. */
export const isKindOfDivision = (text: string): boolean =>
  /^(?:(?:副省|地|县|省|区)级)?(?:城?市|县|区|单位)$|^市辖区$|^直辖市$|^计划单列市$|^自治[州县旗]$|^[州盟旗]$|^林区$|^特区$|^城区$/u.test(
    squeezed(text),
  )

// 某省某某局: who recommends stands for where it is.
const OFFICE = /^.{0,14}(?:局|厅|委|委员会|办公室|中心|人民政府|政府)$/u
/** What an office's name says after that of its place; undefined for a text that is none. */
export const isOfficeOf = (rest: string): boolean => OFFICE.test(squeezed(rest))

/** Words of titles, heads of sections and notes. Whoever has them is no name of a place. */
export const isNote = (text: string): boolean => NOTE.test(squeezed(text))
const NOTE =
  /附件|附表|名单|试点|示范|名额|分配|副省级|计划单列|地级|县级市?[（(]|^县级|^直辖市|备注|^注|说明|排名|不分先后|行政区划|通知|办公室|序号|单位[:：]|^第.{1,6}[页批]|^[—\-–\d\s]+$|续表|接上|以下空白|制表|填报|地址|邮编|邮政编码|电话|传真|版权|备案|联系人|抄送|主办|承办|印发|发布时间|发布日期/u

const DATE = /^(?:\d{4}年?(?:\d{1,2}月?)?(?:\d{1,2}日?)?|\d{4}[-./]\d{1,2}(?:[-./]\d{1,2})?)$/u
export const isDate = (text: string): boolean => DATE.test(squeezed(text))

/** Looks like the name of a division, whether one has it or not. */
export const looksLikeName = (text: string): boolean =>
  /^\p{Script=Han}{1,14}[省市区县旗州盟]$/u.test(squeezed(text)) && !isNote(text)

/** A text without any blanks: 敖　汉　旗. */
export const withoutBlanks = squeezed
