const BEFORE = [
  '',
  '请问',
  '您好，',
  '想问一下，',
  '麻烦问下，',
  '问一下：',
  '请教，',
  '帮忙看看，',
  '老师，',
  '你好，请问',
  '打扰了，',
  '咨询一下，',
]
const AFTER = ['', '？', '啊', '呢？', '，谢谢', '，急', '！', '。', '，多谢', '～', '，麻烦了', '，谢谢您']

/** Every question in many wordings, no two alike for thousands of requests: nothing that is remembered of one helps another. */
export function freshWordings(questions: readonly string[]): readonly string[] {
  return BEFORE.flatMap((before) => AFTER.flatMap((after) => questions.map((question) => before + question + after)))
}
