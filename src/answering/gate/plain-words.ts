/** Characters that carry no policy: a rewording may add or drop them. */
const PARTICLES =
  '的了着过是为在于由与和及对将把被给以其该这那此各之等也都就即则而所上下中内里后前时向从按照先再又还已均才便并到至会来去也使'

/** Whether a run of characters is made of particles and marks only. */
export const isPlain = (text: string): boolean =>
  [...text].every((c) => PARTICLES.includes(c) || !/[\p{L}\p{N}]/u.test(c))

/** Words that only say that something is listed: they may stand for any other such word. */
export const LISTING: ReadonlySet<string> = new Set(
  '包括 包含 分为 属于 分别 分别是 其中 共有 共计 一共 一共有 总共 如下'.split(' '),
)

/** Words of discourse that any honest answer may use whatever the notice says. */
export const DISCOURSE: ReadonlySet<string> = new Set(
  `通知 原文 正文 条款 规定 要求 写明 写有 列明 说明 提到 明确 指出 表示 表述 包括 包含 属于 分为 分别 其中 具体 来说 也就是说 内容
  问题 情况 方面 部分 事项 工作 单位 部门 有关 相关 根据 依据 按照 关于 针对 对应 对于 负责 进行 开展 完成 准备 提供 提交 报送 办理
  需要 应当 可以 必须 能够 不能 不得 没有 可能 一共 总共 共有 共计 如下 以下 上述 以上 首先 其次 然后 随后 最后 接着 之后 以前 之前
  同时 此外 另外 因此 所以 因为 如果 的话 只有 就是 也是 还是 不是 还有 都是 简单 简而言之 总之 您 你 您好 询问 咨询 核实 了解
  一项 一类 一步 两类 两项 几项 各项 每项 方式 形式 途径 名称 期限 时间 日期 截止 截至 今天 目前 现在 已经 距离 剩余 剩下 人选`.split(
    /\s+/u,
  ),
)
