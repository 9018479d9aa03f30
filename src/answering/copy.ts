/** Sentences that hold for any notice: no date, number, place or body of one stands here. */
export const copy = {
  verdict: {
    right: { is: '是的，', can: '可以，', need: '需要，' },
    wrong: { is: '不是，', can: '不可以，', need: '不是，' },
    /** Only a list could decide it. */
    undecided: { apply: '能否申报还不能确定。', list: '是否在名单里还不能确定。', rows: '是不是这样还不能确定。' },
    conditional: '可以，但有条件：',
    partly: '不完全对，',
    /** Of several places: not of all of them. */
    notAll: '不全是，',
    notAllKnown: '还不能说都是。',
    same: '一样，',
    differs: '不一样，',
    unclear: '通知没有直接这样写，写明的是：',
  },
  notStated: (what: string): string => `通知没有写明${what}。`,
  notStatedAtAll: '这一点通知没有写明。',
  noData: (what: string): string => `${what}要看附件，附件的表没有载入，这里不能回答。`,
  written: (words: string, labels: string): string => `“${words}”写在：${labels}。`,
  notWritten: (words: string): string => `通知里没有“${words}”这个说法。`,
  askWhere: '请问是哪个省（自治区、直辖市）？说了名称就能接着答。',
  nearby: '通知写明的是：',
  ask: (who: string): string => `可向${who}核实。`,
  quote: (text: string): string => `原文：“${text}”`,
  basis: (labels: string): string => `依据：${labels}`,
  track: (name: string): string => `${name}：`,
  part: (n: number): string => `${n}. `,
  outOfScope: (short: string, covers: string): string =>
    `这个问题不在本通知（${short}）的范围内，我不能回答。我只回答这份通知里的${covers}。`,
  refusedInstruction: (short: string, covers: string): string =>
    `我不执行这类指令，也不透露内部设置。我只依据这份通知（${short}）回答${covers}。`,
  greeting: (short: string, covers: string): string =>
    `您好，我是申报通，只依据通知原文回答${short}的问题：${covers}。请直接提问。`,
  capability: (short: string, covers: string): string =>
    `我能依据通知原文回答${short}的申报问题：${covers}，并注明出处。通知没有写明的、附件没有载入的，我会直接说明，不猜测，也不判断谁一定符合资格。`,
  identity:
    '我是申报通，一个自动答复程序，不是工作人员，也不代表主管部门。我只依据通知原文回答，并注明条款；以通知和主管部门的解释为准。',
  pause: '好的，您随时接着问，前面说到的我还记得。',
  thanks: '不客气。还有关于这份通知的问题，可以继续问。',
  goodbye: '再见。需要核对这份通知时再来问我。',
  complaint: (examples: string): string =>
    `抱歉没有帮上忙。请把想问的事说具体一点，例如${examples}，我会按通知原文回答并注明出处。`,
  unclearMessage: (examples: string): string => `没有看懂您的问题。可以这样问：${examples}。`,
  human: (who: string, question: string): string => `这里没有人工客服。需要人答复的，请联系${who}。${question}`,
  humanSummary: (question: string): string => `可以把这段话转给对方：“关于${question}，通知没有写明，请予答复。”`,
  tooLong: '您的消息太长，没有找到其中的问题。请只发要问的那一两句。',
  english: 'The notice is in Chinese; the answer quotes its own words.',
  time: {
    ahead: (day: string, date: string, days: number): string => `今天是${day}，距${date}还有${days}天。`,
    today: (day: string): string => `今天（${day}）就是这一天。`,
    past: (day: string, date: string, days: number, years: string): string =>
      `今天是${day}，${date}已过${days}天${years}。`,
    years: (years: number, months: number): string =>
      `（${years > 0 ? `${years}年` : ''}${months > 0 ? `${months}个月` : ''}${years > 0 && months === 0 ? '整' : ''}）`,
    open: (phrase: string, safe: string): string =>
      `“${phrase}”没有说明当日是否计入，稳妥的做法是在${safe}（含）以前完成。`,
    openLeft: (phrase: string, safe: string, days: number): string =>
      `“${phrase}”没有说明当日是否计入，稳妥的做法是在${safe}（含）以前完成，还有${days}天。`,
    openOver: (phrase: string): string =>
      `“${phrase}”没有说明当日是否计入；按不含当日理解，今天已经晚了，请尽快向主管部门确认。`,
    inTime: '来得及，',
    late: '来不及了，期限已过：',
    lastDay: '今天就是期限当日，是否算在期限内通知没有说明：',
    dayInTime: (day: string): string => `可以，${day}在期限之内。`,
    dayLate: (day: string): string => `不可以，${day}已经超过期限。`,
    dayOpen: (day: string): string => `不确定：${day}就是期限当日，通知没有说明当日是否计入。`,
    between: (from: string, to: string, days: number): string => `从${from}到${to}相隔${days}天。`,
    weekday: (date: string, name: string): string => `${date}是${name}。`,
    history: '这份通知里的期限都已经过去。',
  },
} as const
