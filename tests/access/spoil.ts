import { ANY_SPOILINGS, LIST_SPOILINGS, NUMBER_SPOILINGS, TEXT_SPOILINGS, type Spoiling } from './hostile-values'

export interface Spoiled {
  field: string
  what: string
  body: unknown
  /** The text that must be stored as it is when it is taken. */
  literal: string | undefined
}

let marks = 0

/** Every field of a valid body spoiled in every way, one at a time. */
export function* spoiledBodies(body: unknown): Generator<Spoiled> {
  for (const path of fieldsOf(body)) {
    for (const spoiling of spoilingsOf(at(body, path))) {
      const value = spoiling.value?.(`#${++marks}`)
      yield {
        field: path.join('.'),
        what: spoiling.what,
        body: spoiling.value ? replaced(body, path, value) : without(body, path),
        literal: spoiling.harmless && typeof value === 'string' ? value : undefined,
      }
    }
  }
}

function spoilingsOf(value: unknown): Spoiling[] {
  if (typeof value === 'string') return [...TEXT_SPOILINGS, ...ANY_SPOILINGS]
  if (typeof value === 'number') return [...NUMBER_SPOILINGS, ...ANY_SPOILINGS.filter(({ what }) => what !== 'a number')]
  if (Array.isArray(value)) return [...LIST_SPOILINGS, ...ANY_SPOILINGS]
  return ANY_SPOILINGS
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Of a list only the first element is looked into. */
function* fieldsOf(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  if (path.length > 0) yield path
  if (Array.isArray(value)) {
    if (value.length > 0) yield* fieldsOf(value[0], [...path, '0'])
  } else if (isRecord(value)) for (const [name, inner] of Object.entries(value)) yield* fieldsOf(inner, [...path, name])
}

export function at(value: unknown, path: readonly string[]): unknown {
  const [name, ...rest] = path
  if (name === undefined) return value
  if (Array.isArray(value)) return at(value[Number(name)], rest)
  return isRecord(value) ? at(value[name], rest) : undefined
}

export function replaced(value: unknown, path: readonly string[], by: unknown): unknown {
  const [name, ...rest] = path
  if (name === undefined) return by
  if (Array.isArray(value)) return value.map((each: unknown, index) => (index === Number(name) ? replaced(each, rest, by) : each))
  return isRecord(value) ? { ...value, [name]: replaced(value[name], rest, by) } : value
}

function without(value: unknown, path: readonly string[]): unknown {
  const [name, ...rest] = path
  if (Array.isArray(value)) return rest.length === 0 ? value.filter((_, index) => index !== Number(name)) : value.map((each: unknown, index) => (index === Number(name) ? without(each, rest) : each))
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (key !== name ? [[key, inner]] : rest.length === 0 ? [] : [[key, without(inner, rest)]])))
}
