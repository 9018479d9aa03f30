import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import type { z } from 'zod'

/** Reads a YAML file against its schema. Faults are added to `faults`, one line each; the result is then undefined. */
export function readYaml<T extends z.ZodType>(
  folder: string,
  file: string,
  schema: T,
  faults: string[],
): z.output<T> | undefined {
  let data: unknown
  try {
    data = load(readFileSync(join(folder, file), 'utf8'))
  } catch (error) {
    faults.push(`${file}: cannot be read: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
    return undefined
  }
  const result = schema.safeParse(data)
  if (result.success) return result.data
  for (const issue of result.error.issues) faults.push(`${file}: ${placeOf(issue.path, data)}: ${issue.message}`)
  return undefined
}

// A list entry is named by its id, which a reader finds faster than its position.
function placeOf(path: readonly PropertyKey[], data: unknown): string {
  let at: unknown = data
  const names = path.map((key) => {
    at = (at as Record<PropertyKey, unknown> | undefined)?.[key]
    const id = (at as { id?: unknown } | undefined)?.id
    return typeof key === 'number' && typeof id === 'string' ? `“${id}”` : String(key)
  })
  return names.join(' › ') || 'the file'
}
