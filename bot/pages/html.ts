/** A piece of HTML that is safe to put into a page as it stands. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A template whose every value is escaped unless it is Html; arrays are joined. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const markup = parts.map((part, index) => part + (index < values.length ? toMarkup(values[index]) : ''))
  return new Html(markup.join(''))
}

type HtmlValue = string | Html | readonly Html[] | undefined

function toMarkup(value: HtmlValue): string {
  if (value === undefined) return ''
  if (value instanceof Html) return value.markup
  if (typeof value === 'string') return value.replace(/[&<>"']/g, (sign) => entities[sign] ?? '')
  return value.map(({ markup }) => markup).join('\n')
}
