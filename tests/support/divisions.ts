import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

/** A division as a test sees it: its code, its name and the names above it, and nothing that the gazetteer concludes. */
export interface Division {
  readonly code: string
  readonly name: string
  /** From the province down to the division. */
  readonly path: readonly string[]
}

/** What the wording of the notice makes of a division. */
export type Track = 'city' | 'county' | 'unnamed'

interface Row {
  readonly code: string
  readonly name: string
  readonly parent: string
}

const rows = parse(readFileSync('knowledge/regions/divisions.csv'), { columns: true }) as readonly Row[]
const byCode = new Map(rows.map((r) => [r.code, r]))
const pathOf = ({ name, parent }: Row): readonly string[] => {
  const above = byCode.get(parent)
  return [...(above ? pathOf(above) : []), name]
}

/** Every division of the gazetteer. */
export const divisions: readonly Division[] = rows.map((r) => ({ code: r.code, name: r.name, path: pathOf(r) }))

const MUNICIPALITIES = ['北京市', '天津市', '上海市', '重庆市']
// The only two of their kind; 万柏林区 and 新林区 are districts.
const LIKE_NO_OTHER = ['神农架林区', '六枝特区']

/** 二、(一)1 and 二、(二)1 read by hand: the track of a division from its own name and from what stands above it. */
export function trackOf({ name, path }: Division): Track {
  const above = path.at(-2)
  if (above === undefined || LIKE_NO_OTHER.includes(name)) return 'unnamed'
  if (MUNICIPALITIES.includes(above)) return name.endsWith('区') ? 'city' : 'county'
  if (isPrefecture({ name, path })) return name.endsWith('市') ? 'city' : 'unnamed'
  return above.endsWith('地区') && name.endsWith('区') ? 'unnamed' : 'county'
}

/** Whether a division is of prefecture level: right below a province, and not one of those that a province governs like a county. */
export const isPrefecture = ({ name, path }: Pick<Division, 'name' | 'path'>): boolean =>
  path.length === 2 && !MUNICIPALITIES.includes(path[0] ?? '') && !GOVERNED_DIRECTLY.has(`${path[0]}${name}`)

// County-level units right below a province: the statistics put them under 省直辖县级行政区划.
const DIRECT: Readonly<Record<string, string>> = {
  河南省: '济源市',
  湖北省: '仙桃市 潜江市 天门市 神农架林区',
  海南省:
    '五指山市 琼海市 文昌市 万宁市 东方市 定安县 屯昌县 澄迈县 临高县 白沙黎族自治县 昌江黎族自治县 乐东黎族自治县 陵水黎族自治县 保亭黎族苗族自治县 琼中黎族苗族自治县',
  新疆生产建设兵团:
    '石河子市 阿拉尔市 图木舒克市 五家渠市 北屯市 铁门关市 双河市 可克达拉市 昆玉市 胡杨河市 新星市 白杨市',
}
const GOVERNED_DIRECTLY = new Set(
  Object.entries(DIRECT).flatMap(([above, names]) => names.split(' ').map((name) => `${above}${name}`)),
)

const PEOPLES =
  /(?:(?:维吾尔|哈萨克|柯尔克孜|塔吉克|蒙古|达斡尔|鄂温克|鄂伦春|锡伯|朝鲜|土家|哈尼|傈僳|拉祜|东乡|纳西|景颇|仫佬|撒拉|毛南|仡佬|布依|布朗|阿昌|普米|保安|裕固|独龙|满|回|藏|苗|彝|壮|侗|瑶|白|傣|黎|佤|畲|水|土|羌|怒|各)族?)+$/u

/** A division's name as people shorten it (余杭, 浦东, 恩施), or undefined where it has no shorter form. */
export function shortOf({ name }: Division): string | undefined {
  const stem = name.replace(/(?:特别行政区|自治[区州县旗]|地区|林区|特区|新区|[省市区县旗盟])$/u, '')
  const bare = name.includes('自治') ? stem.replace(PEOPLES, '') : stem
  const short = bare.length > 1 ? bare : stem
  return short.length > 1 ? short : undefined
}
