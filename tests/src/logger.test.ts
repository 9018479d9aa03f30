import { expect, it } from 'vitest'
import { createLogger } from '../../src/logger.ts'

it('leaves the requests that errors carry out of the log', () => {
  const lines: string[] = []
  const logger = createLogger('info', (line) => lines.push(line))
  const inner = Object.assign(new Error('inner'), {
    request: { body: '用户的话', headers: { authorization: 'Bearer t' } },
  })
  logger.error({ err: new Error('outer', { cause: inner }) }, 'failed')
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toMatch(/用户的话|Bearer/)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    msg: 'failed',
    err: { message: 'outer', cause: { message: 'inner' } },
  })
})
