import { beforeAll, describe, expect, it } from 'vitest'
import { foldersOf } from '../../../src/assembly.ts'
import type { Language } from '../../../src/domain/pack.ts'
import { loadPack } from '../../../src/knowledge-base/load-pack.ts'
import { inMandarin } from '../../../src/understanding/in-mandarin.ts'

let language: Language
beforeAll(() => {
  language = loadPack(foldersOf()).language
})

describe('function words of dialects', () => {
  it.each([
    ['我哋县使唔使先做试点', '我们县要不要先做试点'],
    ['呢份嘢喺边度睇', '这份东西在哪里看'],
    ['写勒哪张表里厢', '写在哪张表里面'],
    ['这样行伐?', '这样行吗?'],
  ])('become those of Mandarin: %s', (said, plain) => {
    expect(inMandarin(said, language)).toBe(plain)
  })

  it.each(['联系人回执报送至联系邮箱', '步伐一致', '系统里填报'])('leave other words alone: %s', (said) => {
    expect(inMandarin(said, language)).toBe(said)
  })
})
