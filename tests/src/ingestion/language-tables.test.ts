import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { traditionalCharacters } from '../../../src/ingestion/common-characters.ts'
import { commonSounds } from '../../../src/ingestion/common-sounds.ts'
import { commonWords } from '../../../src/ingestion/common-words.ts'

const stored = (file: string): string => readFileSync(`knowledge/language/${file}`, 'utf8')

describe('the tables that npm run words:build makes', () => {
  it('are what the packages give today', () => {
    expect(stored('words.txt') === commonWords()).toBe(true)
    expect(stored('sounds.txt') === commonSounds()).toBe(true)
    expect(stored('simplified.txt') === traditionalCharacters()).toBe(true)
  })
})
