/** ASCII and full-width. */
const D = '[0-9\\uFF10-\\uFF19]'
const GAP = '[ \\u00A0-]?'

const PATTERNS: readonly [name: string, source: string][] = [
  // Kept: the ids by which a log is read. First, so that no part of one is taken for anything else.
  ['uuid', '\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b'],
  // Citizen numbers of 18 and 15 digits, certificates made of them, bank accounts: nothing that a log needs is as long.
  ['number', `(?<!${D})${D}{14,}[0-9\\uFF10-\\uFF19XxＸ](?!${D})`],
  ['number', `(?<!${D})${D}{6}[ -]${D}{8}[ -]${D}{3}[0-9\\uFF10-\\uFF19XxＸ](?!${D})`],
  ['number', `(?<!${D})${D}{4}(?:[ -]${D}{4}){3}(?:[ -]${D}{1,3})?(?!${D})`],
  ['phone', `(?<!${D})(?:\\+?[8８][6６]${GAP})?[1１][3-9\\uFF13-\\uFF19]${D}${GAP}${D}{4}${GAP}${D}{4}(?!${D})`],
  ['phone', `(?<!${D})[0０]${D}{2,3}-${D}{7,8}(?!${D})`],
]
const PERSONAL = new RegExp(PATTERNS.map(([, source]) => `(${source})`).join('|'), 'giu')

/** A text without identity numbers, account numbers and telephone numbers, in the forms that people write them. */
export const scrub = (text: string): string =>
  text.replace(PERSONAL, (found: string, ...groups: (string | undefined)[]) => {
    const name = PATTERNS[groups.findIndex((group) => group === found)]?.[0]
    return name === 'uuid' ? found : `[${name ?? 'number'}]`
  })

/** What may hold personal data or secrets whatever it looks like. */
const HIDDEN = /^(?:authorization|cookie|set-cookie|password|secret|token|body|input|parameters|query|personname|applicant\w*|idnumber\w*|id_no\w*|phone\w*|mobile|address|bankaccount|birthdate)$/i
const DEEPEST = 6

/** A value for the log: texts scrubbed, hidden keys emptied, of an error only its kind, message, code and stack. */
export function withoutPersonalData(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return scrub(value)
  if (typeof value === 'number' || typeof value === 'bigint') return scrubbedNumber(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth > DEEPEST) return '[deep]'
  if (value instanceof Date) return value
  if (Buffer.isBuffer(value)) return `[${value.length} bytes]`
  if (value instanceof Error) return plainError(value, depth)
  if (Array.isArray(value)) return value.map((item) => withoutPersonalData(item, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [scrub(key), HIDDEN.test(key) ? '[hidden]' : withoutPersonalData(inner, depth + 1)]))
}

function scrubbedNumber(value: number | bigint): unknown {
  const text = String(value)
  const scrubbed = scrub(text)
  return scrubbed === text && typeof value === 'number' ? value : scrubbed
}

/** A database error carries the statement's parameters: they stay out. */
const plainError = (error: Error, depth: number): Record<string, unknown> => ({
  type: error.name,
  message: scrub(error.message),
  ...('code' in error ? { code: withoutPersonalData(error.code, depth + 1) } : {}),
  stack: scrub(error.stack ?? ''),
  ...(error.cause === undefined ? {} : { cause: withoutPersonalData(error.cause, depth + 1) }),
})
