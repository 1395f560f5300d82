/** A form's content as it was left, kept in this browser under the account that typed it. */
export interface SavedDraft {
  savedAt: string
  values: unknown
}

const PREFIX = 'xs:draft:'
/** Drafts hold what citizens told; a forgotten one does not stay on the office's machine for ever. */
const KEEP_DAYS = 14

const place = (owner: string, key: string): string => `${PREFIX}${owner}:${key}`

function isDraft(value: unknown): value is SavedDraft {
  return typeof value === 'object' && value !== null && 'savedAt' in value && typeof value.savedAt === 'string' && 'values' in value
}

function read(name: string): SavedDraft | undefined {
  try {
    const draft: unknown = JSON.parse(localStorage.getItem(name) ?? 'null')
    return isDraft(draft) ? draft : undefined
  } catch {
    return undefined
  }
}

export const readDraft = (owner: string, key: string): SavedDraft | undefined => read(place(owner, key))

/** Answers whether the draft was kept: a full or forbidden storage must not stop the work. */
export function writeDraft(owner: string, key: string, values: unknown): boolean {
  try {
    const draft: SavedDraft = { savedAt: new Date().toISOString(), values }
    localStorage.setItem(place(owner, key), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export function dropDraft(owner: string, key: string): void {
  localStorage.removeItem(place(owner, key))
}

/** Called once when the platform opens. */
export function dropOldDrafts(now = Date.now()): void {
  const names = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '').filter((name) => name.startsWith(PREFIX))
  for (const name of names) {
    const draft = read(name)
    if (!draft || now - Date.parse(draft.savedAt) > KEEP_DAYS * 86_400_000) localStorage.removeItem(name)
  }
}

/** A deep copy of plain values; unlike structuredClone it also takes Vue's proxies. */
export function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied)
  if (value === null || typeof value !== 'object' || value instanceof Blob) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copied(member)]))
}

/** Takes over from a draft what the form still has: a draft of an older form may not bring back fields that are gone. */
export function merged(initial: unknown, draft: unknown): unknown {
  if (draft === undefined) return copied(initial)
  if (Array.isArray(initial)) return Array.isArray(draft) ? draft : copied(initial)
  if (initial === null || typeof initial !== 'object') return draft
  if (draft === null || typeof draft !== 'object') return copied(initial)
  const known = new Map<string, unknown>(Object.entries(draft))
  return Object.fromEntries(Object.entries(initial).map(([name, value]) => [name, merged(value, known.get(name))]))
}
