import type { NameRules } from '../domain/gazetteer.ts'

const SHORTEST = 2

/** The ways in which people write a division's name: the official one first, then shortened ones. */
export function formsOf(name: string, rules: NameRules): readonly string[] {
  const ending = rules.endings.find((e) => name.endsWith(e) && name.length > e.length)
  if (ending === undefined) return [name]
  const stem = name.slice(0, -ending.length)
  const short = rules.autonomous[ending]
  const bare = short === undefined ? stem : withoutPeoples(stem, rules.peoples)
  const autonomous = short === undefined ? [] : [`${bare}${ending}`, `${bare}${short}`, `${stem}${short}`, stem]
  return [...new Set([name, ...autonomous, bare])].filter((f) => f.length >= SHORTEST)
}

// 积石山保安族东乡族撒拉族: all peoples go, as long as a name is left (东乡族自治县 keeps 东乡).
function withoutPeoples(stem: string, peoples: readonly string[]): string {
  const people = peoples.find((p) => stem.endsWith(p) && stem.length > p.length)
  if (people !== undefined) return withoutPeoples(stem.slice(0, -people.length), peoples)
  return stem.length > SHORTEST && stem.endsWith('族') ? stem.slice(0, -1) : stem
}
