/** A text as a regular expression that matches it and nothing else, with or without the flag `u`. */
export const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')
