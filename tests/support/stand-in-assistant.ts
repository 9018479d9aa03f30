import { setTimeout as wait } from 'node:timers/promises'
import type { Assistant } from '../../src/assembly.ts'
import type { Answer } from '../../src/domain/answer.ts'
import type { Focus } from '../../src/domain/conversation.ts'

/** How the stand-in behaves: `慢` in a message takes `slowMs`, `很慢` over a second, `坏` fails with an inside message. */
export interface StandIn {
  readonly slowMs?: number
}

/** An assistant without knowledge: it repeats the message and counts the conversation's turns in the focus. */
export function createStandInAssistant({ slowMs = 50 }: StandIn = {}): Assistant & { readonly heard: string[] } {
  const heard: string[] = []
  async function answer(text: string, { now, focus }: { readonly now: Date; readonly focus?: Focus }) {
    heard.push(text)
    if (text.includes('慢')) await wait(text.includes('很慢') ? 1_200 : slowMs)
    if (text.includes('坏')) throw new Error('secret inside /srv/bot/answer.ts')
    const turns = (focus?.item ?? 0) + 1
    return { answer: answerOf(`第${turns}轮 ${now.toISOString()} ${text}`), focus: focusOf(turns) }
  }
  return {
    heard,
    notice,
    answer: answer as unknown as Assistant['answer'],
    sheet: () => undefined,
    document: () => undefined,
    remind: ({ date }) => ({ answer: answerOf(`到期提醒：${date}`), isOver: false }),
    welcome: () => ({ ...answerOf('欢迎'), citations: [] }),
  }
}

function answerOf(text: string): Answer {
  return {
    outcome: 'answered',
    text,
    pieces: [],
    citations: [{ clause: '一.甲', label: '第一条 甲', quote: '原话<b>' }],
    suggestions: ['问一', '问二', '问三', '问四', '问五', '问六', '问七'],
  }
}

function focusOf(turns: number): Focus {
  const none = { topics: [], pair: [], facts: [], aspects: [], tracks: [], stages: [], roles: [] }
  return { version: 1, ...none, item: turns }
}

const notice = {
  id: 'made-up',
  title: '关于<样例>的通知',
  number: '样例〔1999〕1号',
  clauses: [
    { id: '一', label: '第一条', text: '第一条\n总的<script>alert(1)</script>要求' },
    { id: '一.甲', label: '第一条 甲', text: '原话<b>' },
    { id: '附.1', label: '附件1', text: '名单' },
  ],
  related: [
    {
      id: 'later',
      number: '样例〔2000〕2号',
      title: '后来的通知',
      date: '2000-01',
      relation: 'successor' as const,
      say: '后来的事',
      source: 'https://example.org/a | javascript:alert(1)',
    },
  ],
}
