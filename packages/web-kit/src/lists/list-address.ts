import type { LocationQuery } from 'vue-router'
import { z } from 'zod'

/** Parts of a list's query that page rather than filter. */
const PAGING = new Set(['after', 'limit'])

export const filterNames = (schema: z.ZodObject): string[] => Object.keys(schema.shape).filter((name) => !PAGING.has(name))

export const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

/** The filters that an address carries; a value that the contract would refuse is left out rather than shown as an error. */
export function filtersFrom(schema: z.ZodObject, query: LocationQuery): Record<string, unknown> {
  const entries = filterNames(schema).map((name) => [name, acceptable(schema.shape[name], query[name])])
  return Object.fromEntries(entries)
}

function acceptable(field: z.core.$ZodType | undefined, raw: LocationQuery[string] | undefined): unknown {
  if (!field || raw === undefined || raw === null) return undefined
  const candidates: unknown[] = typeof raw === 'string' ? [raw, [raw], Number(raw)] : [raw]
  return candidates.find((candidate) => z.safeParse(field, candidate).success)
}

/** What stands in the address for these filters. */
export function addressOf(filters: Record<string, unknown>): Record<string, string | string[]> {
  const entries = Object.entries(filters).filter(([, value]) => isGiven(value))
  return Object.fromEntries(entries.map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : String(value)]))
}
