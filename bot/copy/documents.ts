/** The words that documents to hand over add to what a walk-through put into them, and those of their pages on the wire. */
export const documentCopy = {
  /** Between a label and its value. */
  colon: '：',
  /** Between the names of clauses in a row. */
  semicolon: '；',
  none: '（无）',
  untitled: '清单',

  dates: {
    heading: '日期',
    name: '事项',
    phrase: '通知原文',
    safeDay: '稳妥的最后一天',
    clause: '依据',
    day: (day: string, weekday: string): string => `${day} ${weekday}`,
    over: (day: string): string => `${day}已过，请尽快向主管部门确认`,
    open: '“X日前”一类的写法没有说明当日是否计入，“稳妥的最后一天”按不含当日推算。',
  },
  basis: '依据的条款',

  page: {
    print: '打印：按 Ctrl+P（苹果电脑按 ⌘P），纸张选 A4。',
    skip: '跳到正文',
  },
  /** Names of Word styles, as Word lists them. */
  styles: { cell: '表格文字', headCell: '表头', note: '说明', closing: '结语', footer: '页码' },
  footer: { before: '第 ', between: ' 页，共 ', after: ' 页' },

  calendar: {
    summary: (name: string): string => `${name}（稳妥的最后一天）`,
    open: (phrase: string, safe: string, day: string): string =>
      `稳妥的做法是在${safe}（含）以前完成：“${phrase}”没有说明${day}当日是否计入。`,
    closed: (safe: string): string => `最后一天是${safe}。`,
    phrase: (phrase: string, label: string): string => `通知原文：“${phrase}”（${label}）`,
    from: (title: string): string => `出自：${title}`,
  },

  expired: {
    title: '这个链接已失效',
    lines: [
      '链接只在一段时间内有效，也可能在复制时缺了几个字符。',
      '请回到与助手的对话，再说一次“导出”，就会得到新的链接。已填写的进度不会因此丢失。',
    ],
  },
  noDates: {
    title: '没有可以放进日历的日期',
    lines: [
      '这份清单里没有仍在后面的日期，所以没有日历文件。',
      '需要清单本身时，请回到与助手的对话，选择 Word、网页或 Markdown。',
    ],
  },
  failed: {
    title: '这份文件暂时没能生成',
    lines: ['请稍后再打开一次这个链接；仍不行时，请回到与助手的对话重新导出。'],
  },
} as const
