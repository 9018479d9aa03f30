/** Sentences of the walk-throughs: no date, number, place or body of one notice stands here. The gate knows each as a template. */
export const walkCopy = {
  status: { open: '还没办', doing: '正在办', done: '已办好', none: '不用办' },
  reply: { yes: '是', no: '否', unsure: '不清楚' },
  unanswered: '还没答',
  anyPlace: '地方还没说',
  // ---- beginning
  askWhich: (name: string, tracks: string): string =>
    `好的，开始${name}。请问是哪个市、县（区）？说地名就行；不方便说的，只说是${tracks}中的哪一类也可以。`,
  askTrack: (name: string, tracks: string): string => `好的，开始${name}。请问要报${tracks}中的哪一类？`,
  beginChecklist: (name: string, about: string, count: string): string =>
    `${name}开始了：${about}，要办的共${count}项。`,
  beginSelfCheck: (name: string, about: string, count: string): string =>
    `${name}开始了：${about}，共${count}题，一题一题来。`,
  notOurs: (label: string, name: string, who: string): string => `${label} ${name}不在这份清单里，由${who}办。`,
  howChecklist: '随时可以问通知里的问题，也可以说“还差哪些”“上一步”“导出”“退出”。',
  howSelfCheck: '请答“是”“否”或“不清楚”。我只记录各项的情况，不下结论。',
  othersLater: (names: string): string => `先办这一处；${names}的另开一份，说“开始清单”或“开始自查”和地名就行。`,
  resumed: (name: string, about: string): string => `接着办${name}：${about}。`,
  restarted: (name: string): string => `${name}已经重新开始，前面记的都清掉了。`,
  // ---- a step of the checklist
  step: (at: string, count: string, label: string, name: string, status: string): string =>
    `第${at}步（共${count}步）：${label} ${name}（${status}）`,
  needs: (names: string): string => `在这之前要先办好：${names}。`,
  askDone: '办好了吗？可以答“办好了”“办了一半”“还没办”“不用办”，或者说“跳过”。',
  noted: (label: string, name: string, status: string): string => `已记下：${label} ${name}，${status}。`,
  notedNote: (label: string, name: string, status: string, note: string): string =>
    `已记下：${label} ${name}，${status}（您说的是“${note}”）。`,
  notedOther: (label: string, name: string, status: string, who: string): string =>
    `已记下：${label} ${name}，${status}（这一项由${who}办）。`,
  changed: (what: string, before: string, after: string): string =>
    `已改：${what}，原来是“${before}”，现在是“${after}”；其他的不变。`,
  notedOne: (title: string, status: string): string => `已记下：${title}，${status}。`,
  notedMany: (titles: string, status: string): string => `已记下：${titles}，都是${status}。`,
  unclear: (titles: string): string => `${titles}：听不出办到哪一步，先没有记。`,
  askHowFar: '请再说一次：“办好了”“办了一半”“还没办”，还是“不用办”？',
  whichStep: (one: string, other: string): string => `您说的是${one}，还是${other}？说名称就行。`,
  early: (names: string): string => `请留意：${names}还没有标为办好。`,
  skipped: (label: string, name: string): string => `先跳过${label} ${name}，还算没办完。`,
  skippedQuestion: (label: string): string => `先跳过“${label}”这一题，还没答。`,
  // ---- where it stands
  left: (count: string): string => `还差${count}项没办完：`,
  leftQuestions: (count: string): string => `还有${count}题没答：`,
  line: (label: string, name: string, status: string): string => `${label} ${name}：${status}`,
  lineNote: (label: string, name: string, status: string, note: string): string =>
    `${label} ${name}：${status}（${note}）`,
  lineAnswer: (label: string, reply: string, clause: string): string => `${label}：${reply}（${clause}）`,
  nothingLeft: (name: string): string => `${name}里的各项都已办好或者不用办。`,
  nothingUnanswered: (name: string): string => `${name}各题都答过了。`,
  progress: (name: string, about: string, done: string, count: string): string =>
    `${name}的进度（${about}）：${count}项里办完${done}项。`,
  progressQuestions: (name: string, about: string, done: string, count: string): string =>
    `${name}的进度（${about}）：${count}题里答了${done}题。`,
  sayWhich: '要办哪一项，说它的名称就行；都看过了可以说“导出”或“退出”。',
  // ---- leaving and coming back
  leaving: (name: string): string => `已退出${name}，记下的内容都保留着。说“继续”就能接着办。`,
  notUnderstood: '这句话没有听明白，先没有记。',
  notRecorded: '这句话没有记进去。',
  tooLongToRecord: '这一大段话没有记进去；哪一项办到哪一步，请单独说一句。',
  goOn: (name: string, label: string): string => `（${name}停在“${label}”，说“继续”就接着办。）`,
  goOnOpen: (name: string): string => `（${name}还没有办完，说“继续”就接着办。）`,
  goOnPending: (name: string): string => `（${name}还没有开始，说“继续”就接着来，或者说“退出”。）`,
  saved: (count: string): string => `您有${count}份记录：`,
  savedLine: (name: string, about: string, done: string, count: string): string =>
    `${name}（${about}）：${count}项里完成${done}项`,
  noneThere: (place: string, name: string): string => `${place}还没有${name}。说“给${place}开一份”就能建。`,
  whatToChange: '哪一项不对？说它的名称和现在的情况，我就改。',
  savedHow: '说“继续”和地名就能接着办。',
  noneSaved: '还没有清单或自查的记录。说“开始清单”或“开始自查”就能建一份。',
  nowAt: (name: string, about: string): string => `现在是${name}：${about}。`,
  switched: (track: string): string => `已换成${track}，记过的内容都保留。`,
  cannotSwitch: (place: string, track: string): string => `不能换：按通知的条文，${place}对应的是${track}一类。`,
  // ---- the self-check
  question: (at: string, count: string, ask: string): string => `第${at}题（共${count}题）：${ask}`,
  prepare: (what: string): string => `可以准备：${what}（通知没有规定用什么证明，仅供参考）。`,
  askReply: '请答“是”“否”或“不清楚”。',
  again: '请再答一次：“是”“否”，还是“不清楚”？',
  vague: (label: string): string => `“${label}”这一题听不出是还是否。`,
  notedReply: (label: string, reply: string): string => `已记下：${label}，${reply}。`,
  fromList: (label: string): string => `“${label}”一题按名单已经能答，不用问了。`,
  contradiction: (say: string): string => `请核对：${say}，两处对不上。要改哪一处请直接说；不改就接着往下。`,
  doubt: (label: string, reply: string): string =>
    `请核对：前面“${label}”一题答的是“${reply}”，和现在说的好像对不上。要改就说“改成是”或“改成否”；不改就说“继续”。`,
  unreadReply: (labels: string): string => `${labels}：听不出是还是否，先没有记，问到时再答。`,
  oneByOne: '不能一次全答：每一题都要您单独答，我才能记。',
  notAsListed: '请核对：这和您说的对不上。',
  whoSettles: '这些由谁来定，通知是这样写的：',
  routeFirst: (label: string): string => `另外有一条单独的规定（“${label}”一题会问到）：`,
  eased: (label: string): string => `前面“${label}”一题您答了“是”，这一题是否还要满足，看原文的说法，由主管部门解释。`,
  hard: (label: string): string => `按您的回答（${label}：否），按这份通知不能申报这一类。`,
  result: (name: string, about: string): string => `${name}的结果（${about}）：`,
  noVerdict: '不能下“符合”的结论：这里只是您自己答的情况。',
  noVerdictOpen: (parts: string): string => `现在不能下“符合”的结论：${parts}。`,
  counted: (label: string, count: string): string => `${label}的${count}题`,
  toPrepare: (label: string, what: string): string => `“${label}”可以先准备：${what}。`,
  toAsk: (who: string): string => `不清楚的和有争议的，可以问${who}。`,
  // ---- who does what
  matrix: (name: string): string => `谁在什么时候做什么（${name}）：`,
  whoUnstated: '谁来做，通知没有写明',
  toWhom: (who: string): string => `，报${who}`,
  medium: (how: string): string => `，${how}`,
  byWhen: (phrase: string): string => `，${phrase}`,
  // ---- what is handed over
  exported: (name: string): string => `${name}已经整理好，可以下载、打印：`,
  exportedHere: '链接里的内容随记录更新；拿到链接的人都能打开，请不要外传。',
  calendar: (names: string): string => `还没到的日期可以放进日历：${names}。`,
  calendarDate: (name: string, phrase: string, safe: string): string => `${name}（${phrase}，日历放在${safe}）`,
  calendarOver: '通知里的日期都已经过去，没有可以放进日历的日期。',
  decides: '以通知原文和主管部门的解释为准。',
  // ---- reminders
  reminded: (name: string, date: string, days: string): string =>
    `好的，到${date}提醒您：${name}，提前${days}天。这个提醒可以随时取消。`,
  remindToday: (name: string, date: string): string => `${name}的日子太近，提前那么多天已经来不及：就在${date}提醒您。`,
  remindHow: (name: string, phrase: string): string =>
    `“${name}”（${phrase}），想提前几天提醒？说个天数，比如“提前三天”。`,
  remindWhich: (names: string): string => `提醒哪一个日期？可以说：${names}。`,
  remindOver: (name: string): string => `${name}的日期已经过去，不能再设提醒。`,
  remindAllOver: '通知里的期限都已经过去，不能再设提醒。',
  reminders: (count: string): string => `您设了${count}个提醒：`,
  reminderLine: (name: string, date: string, days: string): string => `${name}：${date}提醒（提前${days}天）`,
  noReminders: '您没有设提醒。',
  cancelled: (names: string): string => `已取消提醒：${names}。`,
  remindHowSent: '到时会发消息给您；发不到的，等您下次来问时再说。',
  // ---- a reminder whose day has come
  due: (name: string, phrase: string): string => `到期提醒：${name}（${phrase}）。`,
  missed: (name: string, phrase: string): string => `到期提醒：${name}（${phrase}）的日子已经过了，之前没能提醒到您。`,
  maybeSent: '这个提醒之前可能已经发给您，只是没有得到送达的回音。',
  sentOnce: '每个提醒只发一次；还设有别的提醒的，说“我的提醒”就能看，说“取消提醒”就不再发。',
} as const

/** Words of the documents that a walk-through hands over. */
export const documentCopy = {
  title: (place: string, name: string): string => `${place}${name}`,
  matrix: '谁在什么时候做什么',
  notice: '通知',
  place: '地方',
  track: '类别',
  part: '角色',
  state: '进度',
  day: '整理日期',
  settled: (done: number, count: number): string => `${count}项里完成${done}项`,
  itemHead: ['事项', '状态', '谁来做', '怎么交', '先要办好', '期限', '依据'],
  matrixHead: ['事项', '谁来做', '报给谁', '怎么交', '期限', '依据'],
  conditionHead: ['条件', '自己答的', '依据', '可以准备（通知没有规定，仅供参考）', '谁能定'],
  judges: '评审时定',
  whoDecides: '谁来定',
  evidence: '可以准备的东西是提示，不是通知的要求。',
  closing: (number: string): string =>
    `本表按${number}的原文整理，只记录使用者自己说的情况；是否符合、怎么办理，以通知原文和主管部门的解释为准。`,
} as const
