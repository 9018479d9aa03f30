import { ActionTypes, type Activity, ActivityTypes } from 'botbuilder'
import type { Answer, Citation } from '../../src/domain/answer.ts'
import { withLinks } from '../reply-links.ts'
import { toTableAttachments } from './bot-framework-tables.ts'

const MAX_SUGGESTIONS = 6
const NOTICE = /\/notice$/

/** Who is answered, and where the notice page is that citations link to. */
export interface ReplyAddress {
  readonly noticeUrl: string
  readonly userId?: string
}

/** An answer as a message activity, with citations and outcome as the wire contract says. */
export function toActivity(answer: Answer, { noticeUrl, userId }: ReplyAddress): Partial<Activity> {
  const baseUrl = noticeUrl.replace(NOTICE, '')
  const { citations, downloads = [], outcome, region, suggestions, text } = withLinks(answer, baseUrl)
  return {
    type: ActivityTypes.Message,
    text,
    // Plain keeps line breaks in every client, and a user's words in the answer never become markup.
    textFormat: 'plain',
    locale: 'zh-CN',
    channelData: { outcome, ...(region && { region }) },
    ...(citations.length > 0 && { entities: [toEntity(citations, noticeUrl)] }),
    ...(downloads.length > 0 && { attachments: toTableAttachments(downloads, baseUrl) }),
    ...(suggestions.length > 0 && { suggestedActions: toActions(suggestions, userId) }),
  }
}

function toEntity(citations: readonly Citation[], noticeUrl: string) {
  const citation = citations.map(({ clause, label, quote }, index) => ({
    '@type': 'Claim',
    position: index + 1,
    appearance: {
      '@type': 'DigitalDocument',
      name: label,
      url: `${noticeUrl}#${encodeURIComponent(clause)}`,
      abstract: quote,
    },
  }))
  return { type: 'https://schema.org/Message', '@type': 'Message', citation }
}

function toActions(suggestions: readonly string[], userId: string | undefined) {
  const actions = suggestions
    .slice(0, MAX_SUGGESTIONS)
    .map((title) => ({ type: ActionTypes.ImBack, title, value: title }))
  return { actions, to: userId === undefined ? [] : [userId] }
}
