import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

// Rarer words are names and jargon that no question here turns on; without them the dictionary loads four times as fast.
const LEAST_FREQUENCY = 10

/** The part of jieba's dictionary (MIT) that the assistant uses, as text: `word frequency tag` a line, in the dictionary's order. */
export function commonWords(): string {
  const dictionary = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt')
  const lines = readFileSync(dictionary, 'utf8').split('\n')
  return `${lines.filter((line) => Number(line.split(' ')[1]) >= LEAST_FREQUENCY).join('\n')}\n`
}
