/** Every sentence the doors say to people, by key. Wording only: what a notice says stands in its pack. */
export const zhCn = {
  /** A message without words: a picture, a file, a card without text. */
  noText: '我只能读文字消息。请把想了解的内容用文字发给我，例如复制文件里的相关段落或直接提问。',
  /** Something broke on our side while answering. */
  apology: '抱歉，刚才没能完成回答。请稍后再发一次；如果仍不行，请直接查阅通知原文。',

  /** What happened to what was kept of a conversation. */
  state: {
    outdated: '（程序已更新，之前的对话记录不能沿用，我们从这里重新开始。）',
    unreadable: '（之前的对话记录读不出来，已另存备查，我们从这里重新开始。）',
    notKept: '（这一轮没能保存，之后我可能记不得它。如果再次出现，请告诉管理员。）',
  },

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

  tables: {
    download: '下载 CSV 文件（可用 Excel、WPS 打开）',
    link: (name: string, rows: number, page: string, csv: string): string =>
      `${name}全部${rows}行：${page}\n下载 CSV：${csv}`,
  },

  documents: {
    link: (name: string, address: string): string => `${name}：${address}`,
    formats: { docx: 'Word 文档', html: '打印页', md: '文本（Markdown）', ics: '日历文件' },
    saved: (name: string, path: string): string => `${name}已存为 ${path}`,
  },

  commandLine: {
    suggestions: '您还可以问',
    you: '您：',
    leave: ['退出', '再见', 'exit', 'quit'],
    leaveHint: '（输入“退出”或按 Ctrl-D 结束）',
    goodbye: '再见。',
    usage: [
      '用法：npm run ask -- "问题" [--json] [--now 2023-07-25] [--notice 资料包文件夹名] [--csv 文件]',
      '  --json    输出 JSON，供程序使用',
      '  --now     按这一天（北京时间）或这一时刻（ISO 8601，带时区）回答',
      '  --notice  使用哪一份通知的资料包',
      '  --csv     把回答里的名单存成 CSV 文件',
    ].join('\n'),
    chatUsage: '用法：npm run chat -- [--now 2023-07-25] [--notice 资料包文件夹名]',
    missingQuestion: '请写出问题。',
    badNow: '--now 应写成 2023-07-25 这样的日期，或带时区的 ISO 8601 时刻。',
    badOption: '有不认识的选项，或选项缺少取值。',
    failed: '抱歉，没能完成回答。',
    saved: (name: string, rows: number, file: string): string => `${name}的${rows}行已存入 ${file}`,
    noTable: '这个回答没有名单可存，没有写文件。',
    manyTables: '回答里有几张名单，请一次问一张再存。',
    cannotSave: (file: string): string => `不能写入 ${file}。请核对路径；已有的文件不会覆盖。`,
    tableHint: (name: string, rows: number): string => `${name}共${rows}行，加 --csv 文件名 可存成 CSV 文件。`,
  },
  personalData: {
    exportUsage: [
      '用法：npm run data:export -- --user "渠道|用户编号" [--data 数据目录]',
      '  把保存的这位用户的全部记录输出为 JSON',
    ].join('\n'),
    deleteUsage: [
      '用法：npm run data:delete -- --user "渠道|用户编号" --yes [--data 数据目录]',
      '  删除保存的这位用户的全部记录，不能恢复',
    ].join('\n'),
    badOption: '有不认识的选项，或选项缺少取值。',
    missingUser: '请用 --user 写明是哪一位用户，例如 --user "msteams|29:1abc"。',
    badUser: (written: string): string =>
      `“${written}”不是用户：请写成“渠道|用户编号”（消息里的 channelId 和 from.id），并加引号，例如 "msteams|29:1abc"。`,
    noState: (dataDir: string): string =>
      `${dataDir} 里没有保存任何对话。数据目录如果在别处，请用 --data 写明，或设置 DATA_DIR。`,
    unknownUser: (user: string, dataDir: string): string =>
      `${dataDir} 里没有 ${user} 的记录。请核对渠道和用户编号（大小写也要一致）；已过保存期限的记录会自动删除。`,
    confirm: (user: string, count: number): string =>
      `将删除 ${user} 的${count}条记录，不能恢复；多人会话的记录会整个删除。确认请加 --yes。现在没有删除任何东西。`,
    deleted: (user: string, count: number): string => `已删除 ${user} 的${count}条记录。`,
    brokenFiles: (names: readonly string[]): string =>
      `数据目录里还有损坏后另存的文件，可能含有这位用户的记录，请自行查看或删除：${names.join('、')}。`,
    failed: '程序出错。请把下面的内容发给维护人员。',
  },
  attach: {
    usage: [
      '用法：npm run attach -- --table pilot-cities 文件 [--notice 资料包文件夹名] [--source 来源] [--checked-by 核对人]',
      '      [--dry-run] [--partial] [--json]',
      '  --dry-run   只看结果，不写入',
      '  --partial   有几行认不出来也写入，并标明名单不完整',
      '  --json      输出 JSON，供程序使用',
    ].join('\n'),
    badOption: '有不认识的选项，或选项缺少取值。',
    oneFile: '请写出一个文件的路径，一次一个。',
    whichTable: (tables: readonly { readonly id: string; readonly name: string }[]): string =>
      `请用 --table 写明是哪一张表：${tables.map((t) => `${t.id}＝${t.name}`).join('，')}。`,
    reading: '正在读取',
    failed: '程序出错，没有写入任何东西。请把下面的内容发给维护人员。',
    read: (
      table: string,
      file: string,
      rows: number,
      { printed, read }: { printed: number | null; read: number },
    ): string =>
      `${table} ← ${file}：认出${rows}行，合计${read}，文件里${printed === null ? '没有写总数' : `写的总数是${printed}`}。`,
    toSettle: (count: number): string => `有${count}处要处理：`,
    unresolved: (line: number, text: string, why: string, candidates: readonly string[]): string =>
      `第${line}行“${text}”：${why}${candidates.length === 0 ? '' : `（${candidates.join('、')}）`}`,
    doNotAddUp: '数目对不上：',
    short: (total: number, read: number): string => `已知这张表共${total}个，这个文件只有${read}个：名单会标为不完整。`,
    remarks: '请看一眼：',
    remark: (line: number, text: string, remark: string): string => `第${line}行“${text}”${remark}`,
    changes: (added: number, gone: number, other: number): string =>
      `和现在用的表相比：新增${added}，减少${gone}，改动${other}。`,
    more: (count: number): string => `……还有${count}处`,
    written: (path: string, isComplete: boolean, sha256: string): string =>
      `已写入 ${path}（${isComplete ? '完整' : '标为不完整'}，sha256 ${sha256}）。正在运行的助手下一次回答就会用它。`,
    dryRun: '这是试读（--dry-run），没有写入。',
    notWritten: '没有写入。请在文件里改正上面的各处再试；确认只能这样时，加 --partial 按不完整的名单写入。',
  },
} as const

/** The name of a reason for which a request is turned away. */
export type RefusalKey = keyof typeof zhCn.refusals
