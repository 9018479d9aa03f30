/** Every sentence the doors say to people, by key. Wording only: what a notice says stands in its pack. */
export const zhCn = {
  /** A message without words: a picture, a file, a card without text. */
  noText: '我只能读文字消息。请把想了解的内容用文字发给我，例如复制文件里的相关段落或直接提问。',
  /** Something broke on our side while answering. */
  apology: '抱歉，刚才没能完成回答。请稍后再发一次；如果仍不行，请直接查阅通知原文。',

  refusals: {
    malformedJson: '请求内容不是有效的 JSON。',
    notAnObject: '请求内容应当是一个 JSON 对象。',
    wrongContentType: '请以 application/json 格式发送请求。',
    encodedBody: '不接受压缩的请求内容，请原样发送。',
    tooLarge: '请求内容超过 256 KiB，请缩短后再发。',
    invalidActivity: '请求不是有效的消息：缺少必要的字段，或字段类型不对。',
    missingConversation: '消息缺少会话编号（conversation.id）。',
    missingServiceUrl: '消息缺少回复地址（serviceUrl）。',
    foreignServiceUrl: '未配置机器人凭据时只能回复到本机地址。',
    unauthorised: '没有通过身份验证。',
    forbidden: '没有访问权限。',
    cannotVerify: '暂时无法验证身份，请稍后再试。',
    undeliverable: '回复未能送达。',
    badRequest: '请求无法识别。',
    notFound: '没有这个地址。',
    methodNotAllowed: '这个地址不支持该请求方式。',
    internal: '服务出了点问题，请稍后再试。',
  },

  noticePage: {
    skip: '跳到正文',
    number: '文号',
    contents: '目录',
    text: '正文',
    related: '相关文件',
    relatedNote: '以下文件不属于本通知，供了解前后情况。',
    date: '日期',
    source: '来源',
    anchor: '本条链接',
  },

  commandLine: {
    suggestions: '您还可以问',
    you: '您：',
    leave: ['退出', '再见', 'exit', 'quit'],
    leaveHint: '（输入“退出”或按 Ctrl-D 结束）',
    goodbye: '再见。',
    usage: [
      '用法：npm run ask -- "问题" [--json] [--now 2023-07-25] [--notice 资料包文件夹名]',
      '  --json    输出 JSON，供程序使用',
      '  --now     按这一天（北京时间）或这一时刻（ISO 8601，带时区）回答',
      '  --notice  使用哪一份通知的资料包',
    ].join('\n'),
    chatUsage: '用法：npm run chat -- [--now 2023-07-25] [--notice 资料包文件夹名]',
    missingQuestion: '请写出问题。',
    badNow: '--now 应写成 2023-07-25 这样的日期，或带时区的 ISO 8601 时刻。',
    badOption: '有不认识的选项，或选项缺少取值。',
    failed: '抱歉，没能完成回答。',
  },
} as const

/** The name of a reason for which a request is turned away. */
export type RefusalKey = keyof typeof zhCn.refusals
