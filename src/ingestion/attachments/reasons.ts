/** What is said of texts and rows that a person must see to: lists and quotas say the same in the same words. */
export const UNKNOWN = '行政区划里没有这个名称'
export const UNCLEAR = '看不出这是什么'
export const SEVERAL = '有几个地方叫这个名称'
export const HIDDEN_ROW = '这一行在文件里是隐藏的，看不出算不算'
export const NO_NUMBER = '看不出名额是多少'
export const repeats = (line: number): string => `和第${line}行重复`
export const hiddenPart = (what: string): string => `${what}是隐藏的，里面有地名，没有读入`
