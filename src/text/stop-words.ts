// Words of Chinese and English grammar and courtesy: they tell how something is asked, never what about.
const STOP_WORDS = new Set(
  `的 了 吗 嘛 么 吧 呢 啊 呀 哦 哈 嗯 啦 咯 哇 着 过 地 得 之 其 所 与 和 及 或 而 且 但 也 都 又 还 就 才 很 太 更 最 再 把 被 让 给 向 往 从 自 到 在 于 对 为 以 按 由 跟 同 比
  是 有 要 能 会 可 应 须 该 想 用 个 些 这 那 哪 谁 啥 咋 何 几 多 每 各 该 此 我 你 您 他 她 它 咱 俺 们 不 没 无 未 别 上 下 里 中 内 外 前 后 时 等 说 问 看 做 弄 搞 去 来 请
  我们 你们 他们 咱们 自己 这个 那个 这些 那些 哪个 哪些 哪里 哪儿 什么 怎么 怎样 如何 为什么 为何 为啥 多少 是不是 是否 能否 能不能 可以 可不可以 需要 必须 应该 要不要 有没有 有什么
  请问 想问 问下 一下 麻烦 谢谢 您好 你好 知道 告诉 还是 或者 以及 如果 的话 因为 所以 但是 就是 不是 没有 已经 现在 到底 究竟 具体 一个 这样 那样 时候 什么时候
  the a an of to in on at for by is are be was do does did can may must shall should will we i you it they this that these those and or what which who whom when where how why many much there our my with from as not no`.split(
    /\s+/u,
  ),
)

/** Whether a word of a normalised text says nothing about the subject. */
export const isStopWord = (word: string): boolean => STOP_WORDS.has(word)
