import type { z } from 'zod'

/** Field path → its first sentence. A refusal of the whole stands under the empty path. */
export function fieldErrors(error: z.ZodError): [string, string][] {
  const first = new Map<string, string>()
  for (const { path, message } of error.issues) {
    const name = path.map(String).join('.')
    if (!first.has(name)) first.set(name, message)
  }
  return [...first]
}

export function valueAt(values: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, name) => {
    if (at === null || typeof at !== 'object') return undefined
    return new Map<string, unknown>(Object.entries(at)).get(name)
  }, values)
}
