import type { FaultKind } from './gate-fault.ts'

/** A class of small words that turn a sentence round when they change. */
export interface MarkClass {
  readonly kind: Extract<FaultKind, 'modal' | 'negation' | 'connective'>
  readonly value: string
  readonly pattern: RegExp
}

const mark = (kind: MarkClass['kind'], value: string, pattern: string): MarkClass => ({
  kind,
  value,
  pattern: new RegExp(pattern, 'gu'),
})

/**
 * Longer words first: an earlier class claims its characters. Words of one class may stand for each other; the guards keep
 * out words that merely contain the character (纲要, 申请, 效能).
 */
export const MARKS: readonly MarkClass[] = [
  mark(
    'negation',
    'silent',
    '(?:没有|没|未)(?:直接|具体|明确|再)?(?:写明|写到|写|说明|规定|列名|列出|列入|提及|提到|明确|限定|载明|注明)',
  ),
  mark('modal', 'prohibition', '不得|不能够?|不可以|不可|不应当?|不允许|不准|不许|禁止|严禁|不宜|不要(?!求)'),
  mark('modal', 'exemption', '无须|无需|毋须|不需要?|不必|不用(?!途)'),
  mark(
    'modal',
    'obligation',
    '应当|应该|必须|务必|需要|(?<!相|反|适|响|供|对|效|答)应(?!用|急|对|届|邀)|须|(?<!所|急|必)需(?!求)|(?<![重主纲首摘紧必扼概简不])要(?![求点素件闻领义么是])',
  ),
  mark('modal', 'possibility', '可能'),
  mark(
    'modal',
    'permission',
    '可以|能够|允许|准予|(?<!认|许|尽)可(?![能行靠持续观见])|(?<![可效功职性节智产才技])能(?![力源耗量级动人见])',
  ),
  mark('modal', 'request', '(?<![申邀聘提报呈函])请(?![示求教假])'),
  mark('negation', 'not', '没有|没|不|未(?!来|必)|无(?![形人偿论疑])|并非|(?<!除|是)非(?!常)|勿'),
  mark('connective', 'or', '或者|或是|或(?!许)|还是'),
  mark('connective', 'both', '并且|而且|且'),
  mark('connective', 'and', '以及|同时|并(?![非列不])|和(?![谐平])|(?<!参)与(?!会)|(?<![普涉触提波])及(?![时格])'),
]
