import { escapePattern } from '../../text/escape-pattern.ts'

/** Stands in a sentence for what is filled in; no text holds it. */
export const GAP = '\u0001'

/** The pattern of a sentence with gaps, each of which takes any words. */
export const gapPattern = (form: string): RegExp =>
  new RegExp(`^${form.split(GAP).map(escapePattern).join('(.+)')}$`, 'su')

/** What stands in the gaps of a sentence of that form; undefined for any other sentence. */
export const gapsIn = (text: string, form: string): readonly string[] | undefined =>
  gapPattern(form).exec(text)?.slice(1)
