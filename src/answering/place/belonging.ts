import type { Fact } from '../../domain/fact.ts'
import type { Pack } from '../../domain/pack.ts'
import { NUMBER, readNumber } from '../../text/numbers.ts'

const WHICH = '(?:哪|什么|啥|何|咩|甚)样?一?(?:个|种)?的?'
const KIND =
  '(?:[条类款线档种头栏路组项套门队摊][^,.;?!]{0,1}|部分|章节|口径|通道|赛道|身份|系列|序列|级别?|层级|层次|类别|类型|性质|资格|名目|名义|名头|方向|口子|框|筐|款目|序号)'
const PLACED =
  '(?:归|走|属|算|对应|对照|挂|看|按|套|适用|报|申|上|进|站|用|填|选|照|落|分|划|编|排|往|凭|比照|参照|奔|冲|争|评|参|靠|搭|入|是|占|吃|领|对|认|列|当|沾|朝|到|在|以|拿|符合|满足|顶|抬|提|升|转|跳|攀|挤|圈|纳|放|摆|塞|收|吃|搁|配)'
const IN = '[^,.;?!]'

// 归哪条, 看第二部分哪一条, 以什么身份, 哪条线合适
const ASKS_WHICH = new RegExp(
  `${PLACED}${IN}{0,8}?${WHICH}${KIND}|${WHICH}${KIND}(?:${IN}{0,6}(?:合适|对口|适合|适用|管|收|要|认|对|靠谱|才行|走得通)|(?:来着|啊|呀|呢|嘛|的|了|好)?$)|(?:怎么|咋|咋个|如何|怎样)(?:走|归|算|定位|定性|界定|认定|划|对应|归类|分类)(?!法|完|流程)|(?:往|奔|朝)哪(?:边|头|条|里|儿)?(?:走|靠|报)|(?:对应|对照|归|算|挂|走)(?:的是|着|到|在|谁)?(?:啥|什么|哪|那一?类|那一?条)[的呢啊]?$|(?:指|给)[条个]?(?:明)?(?:路|道|方向|说法)|支[个]?招`,
  'u',
)

// 级别够吗, 够得上不, 有份没有, 留口子没有, 总归有条路走吧
const ASKS_WHETHER = new RegExp(
  [
    `(?:级别|层级|规格|资格|身份|档次|行政级|建制)${IN}{0,4}(?:够|行|对得上|符合|达标|合格|到位|卡|过得|有没有|成立)`,
    `(?:申报|参评|申请)(?:单位|主体|对象|资格|身份|人)`,
    `(?:享受|享有|比照|参照|沿用|套用|跟着)${IN}{0,8}(?:资格|待遇|口径|身份|标准|名分)`,
    `够不?够|够(?:得|不)?[上着]|够格|配不配|合不合(?:格|规|适|乎|条件|要求|规定)?|符不符合|违不违|沾(?:得|不)?[上着]?边|轮(?:得|不)[到上着]|排(?:得|不)上|搭(?:得|不)上|挨(?:得|不)[上着]`,
    `有没有?(?:资格|份|戏|门路?|路|机会|可能|口子)|[有没](?:资格|份儿?|戏|门路|路子?|机会|余地)(?:[吗么嘛吧没不了]|可走|走|$)`,
    `[有留给](?:了|着)?(?:个|条|一条|什么|这种|一个)?(?:路|门路|口子|通道|去处|归处|着落|位置)(?:[可走]|[吗么嘛吧没不了]|$)`,
  ].join('|'),
  'u',
)

// 按示范城市报没问题吧, 拿县的名义申报行不行
const ASKS_TO_APPLY = new RegExp(
  `(?:报|申请|申报|走|按|当|作为|以|算|挂|套|冲|争|评|参|对应|归|进|成为|叫|认|列)${IN}{0,14},?(?:[行成中妥][不吗么嘛啵吧]|可以[吗么不吧嘛]|没问题|有问题|没毛病|没错|对不|对[吗吧]|合适[吗么不]|得行|要得|使得|说得过去|[讲说走]得通|站得住|靠谱)|(?:能不能|能否|可否|可不可以|可以|能|得不得|有办法|让不让|准不准|许不许|允许)${IN}{0,10}(?:报|申请|参评|参加|冲|争|评|凑|搭车|入围|挤|走|算|当|归|进|作为|站|套|抬|提|升|转|跳|攀|靠|放|列|用)(?:[到上进成为作入]*(?:示范)?(?:城市|强市|县域?|强县)[那这]?一?[条个档类边]?线?[上里]?去?)?`,
  'u',
)

// 资格看二(一)还是二(二), 第二部分: the sections in which the notice says who may apply.
const POINTER = new RegExp(
  `第(${NUMBER})(?:部分|大条|大项|章)|第?(${NUMBER})(?:部分|大?条|大?项|、|章)?[的里]?[(（]?(?:${NUMBER})[)）]`,
  'gu',
)

// 身份一样吗, 能用同一条资格吗, 是不是得分开走
const ASKS_SAME =
  /(?:口径|标准|路子?|身份|资格|类别?|线|赛道|条|规矩)[^,.;?!]{0,4}一个|(?:享受|用|走|套|执行|按)?一样|相同|同样|一致|一回事|一码事|两码事|两回事|同一?(?:[条类个档路款种套组级列边]|序列|口径|赛道)|同类|一[条路]线|一[个类]待遇|分开走|各走各|有(?:什么|啥|没有)?(?:区别|差别|不同)/u

/** Whether words ask if several things go the same way. */
export const asksSameness = (text: string): boolean => ASKS_SAME.test(text)

/** Stretches of a text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Whether it is asked which way a place goes (归哪条, 怎么归类). */
export const asksWhichWay = (text: string): boolean => ASKS_WHICH.test(text)

/** The stretches of a text that ask where something belongs or whether it may apply; words in them ask for nothing else. */
export function spansOfBelonging(text: string, pack: Pack, isOfSeveral = false): readonly Span[] {
  const asked = [ASKS_WHICH, ASKS_WHETHER, ASKS_TO_APPLY, ...(isOfSeveral ? [ASKS_SAME] : [])].flatMap((pattern) =>
    spanOf(pattern.exec(text)),
  )
  return [...asked, ...pointers(text, pack)]
}

function pointers(text: string, pack: Pack): readonly Span[] {
  const sections = new Set(levelFacts(pack).flatMap((f) => f.cites.map((c) => c.clause.split('.')[0])))
  const found = [...text.matchAll(POINTER)]
  return found.filter((m) => sections.has(String(readNumber(m[1] ?? m[2] ?? '')))).flatMap(spanOf)
}

const levelFacts = (pack: Pack): readonly Fact[] =>
  pack.facts.filter((f) => pack.regionRules.some((r) => r.fact === f.id))

const spanOf = (found: RegExpExecArray | null): readonly Span[] =>
  found ? [{ start: found.index, end: found.index + found[0].length }] : []
