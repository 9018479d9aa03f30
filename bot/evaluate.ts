import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { assemble } from '../src/assembly.ts'
console.log(typeof assemble, typeof readFileSync, typeof readdirSync, typeof join)
