import { expect, it } from 'vitest'
import { assemble } from '../../../src/assembly.ts'
import type { Focus } from '../../../src/domain/conversation.ts'

const now = new Date('2023-08-10T09:00:00+08:00')

it('forgets a place that the regions of today no longer hold, and answers', async () => {
  const assistant = await assemble()
  const { focus } = assistant.answer('昆山市能报示范县吗', { now })
  const { place } = focus!
  expect(place?.code).toBe('320583')
  const renewed: Focus[] = [
    { ...focus!, place: { ...place!, code: '999999', candidates: ['999999'] } },
    { ...focus!, place: { ...place!, code: undefined, candidates: ['320583', '999999'] } },
  ]
  for (const kept of renewed) {
    const answered = assistant.answer('那名单呢', { now, focus: kept })
    expect(answered.answer.text).not.toBe('')
    expect(JSON.stringify(answered.focus)).not.toContain('999999')
  }
})
