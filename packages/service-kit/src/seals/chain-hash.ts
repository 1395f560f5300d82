import { createHash } from 'node:crypto'

/** What an audit entry says; its hash covers all of it and the entry before. */
export interface AuditContent {
  subjectType: string
  subjectId: string
  seq: number
  divisionCode: string
  action: string
  actorId: string
  actorName: string
  actorRoles: string[]
  /** ISO 8601, UTC, milliseconds. */
  at: string
  businessDate: string
  requestId: string
  summary: Record<string, unknown>
}

/** SM3 in hex. */
export const textDigest = (text: string): string => createHash('sm3').update(text).digest('hex')

/** JSON with sorted keys and nothing undefined: the same text however the value was stored meanwhile. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value && typeof value === 'object') {
    const parts = Object.entries(value).filter(([, inner]) => inner !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${parts.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
  }
  return JSON.stringify(value ?? null)
}

/** The hash that the next entry of the same subject names as its predecessor's; the first one's is the empty string. */
export const chainHash = (previous: string, entry: AuditContent): string => textDigest(`${previous}\n${canonical(entry)}`)
