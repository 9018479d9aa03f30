import { type RefusalKey, zhCn } from './copy/zh-cn.ts'

/** What a door answers to a request: an HTTP status and, where there is one, a JSON body. */
export interface Reception {
  readonly status: number
  readonly body?: unknown
}

const statuses: Readonly<Record<RefusalKey, number>> = {
  malformedJson: 400,
  notAnObject: 400,
  badRequest: 400,
  invalidActivity: 400,
  missingConversation: 400,
  missingServiceUrl: 400,
  unauthorised: 401,
  forbidden: 403,
  foreignServiceUrl: 403,
  notFound: 404,
  methodNotAllowed: 405,
  tooLarge: 413,
  wrongContentType: 415,
  encodedBody: 415,
  internal: 500,
  undeliverable: 502,
  cannotVerify: 503,
}

/** Turns a request away with a sentence for people and a name for programs; never with what went wrong inside. */
export function refuse(reason: RefusalKey): Reception {
  return { status: statuses[reason], body: { error: { code: reason, message: zhCn.refusals[reason] } } }
}

/** The reason that stands for a framework's HTTP error status. */
export function refuseStatus(status: number | undefined): Reception {
  if (status === 404) return refuse('notFound')
  if (status === 405) return refuse('methodNotAllowed')
  return refuse(status !== undefined && status >= 400 && status < 500 ? 'badRequest' : 'internal')
}
