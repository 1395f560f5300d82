/** A way to spoil one field. */
export interface Spoiling {
  what: string
  /** Makes the hostile value; `mark` makes a text findable. Absent means that the field itself is left out. */
  value?: (mark: string) => unknown
  /** A text that says nothing forbidden: where the field takes it, it must come back as it was sent. */
  harmless?: true
}

export const MARKS = { sql: `'; drop table application; --`, script: '<script>alert(1)</script>', template: '{{7*7}}${7*7}%s\\', rare: '𠮷䶮家👨‍👩‍👧' }

const text = (what: string, make: (mark: string) => string, harmless?: true): Spoiling => ({ what, value: make, ...(harmless ? { harmless } : {}) })
const fixed = (what: string, value: unknown): Spoiling => ({ what, value: () => value })

export const TEXT_SPOILINGS: Spoiling[] = [
  ...Object.entries(MARKS).map(([what, hostile]) => text(what, (mark) => `${hostile}${mark}`, true)),
  text('NUL', (mark) => `张\u0000三${mark}`),
  text('lone surrogate', (mark) => `张\ud842三${mark}`),
  text('bidi control', (mark) => `张\u202e三${mark}`),
  text('terminal control', (mark) => `张\u001b[31m三${mark}`),
  text('100k', () => '长'.repeat(100_000)),
  text('blank', () => '   '),
  text('impossible date', () => '2025-02-30'),
  text('the year 0', () => '0000-01-01'),
  text('the last year', () => '9999-12-31'),
  text('an impossible month', () => '2025-13'),
  text('an impossible number', () => '530112202502300011'),
]
export const ANY_SPOILINGS: Spoiling[] = [
  { what: 'missing' },
  fixed('null', null),
  fixed('a number', 42),
  fixed('true', true),
  fixed('a list', [['x']]),
  fixed('an object', { toString: 'x', constructor: { prototype: { admin: true } } }),
]
export const NUMBER_SPOILINGS: Spoiling[] = [
  fixed('huge', 9_007_199_254_740_991),
  fixed('beyond integers', 1e308),
  fixed('negative', -1),
  fixed('a fraction', 0.1),
  fixed('beyond PostgreSQL', 2_147_483_648),
  fixed('NaN as text', 'NaN'),
  fixed('a number as text', '1'),
]
export const LIST_SPOILINGS: Spoiling[] = [fixed('an empty list', []), fixed('a list of everything', Array.from({ length: 5000 }, () => null))]

/** Values of an address: path parameters and query fields. */
export const ADDRESS_SPOILINGS: Spoiling[] = [
  ...TEXT_SPOILINGS.filter(({ what }) => what !== '100k' && what !== 'lone surrogate'),
  text('8k', () => 'x'.repeat(8000)),
  text('a path', () => '../../../etc/passwd'),
  text('a near uuid', () => '0198f2a0-0000-7000-8000-00000000000g'),
  text('an array', () => '[object Object]'),
  text('a huge number', () => '99999999999999999999'),
  text('a negative number', () => '-1'),
]
const cursor = (bytes: string | Buffer): string => Buffer.from(bytes).toString('base64url')
export const CURSORS: Record<string, string> = {
  'random base64': cursor(Buffer.from([1, 2, 3, 250, 251, 252])),
  'broken UTF-8': cursor(Buffer.from([0xc3, 0x28, 0x7c, 0xff])),
  NUL: cursor('a\u0000b'),
  'of a list by number': cursor('XS-SA-2025-000001'),
  'of a list by id': cursor('0198f2a0-0000-7000-8000-000000000001'),
  'of a list by date and id': cursor('2025-09-30|0198f2a0-0000-7000-8000-000000000001'),
  'of a list by date and nonsense': cursor('2025-02-30|x'),
  'of a list by place and number': cursor('530112001001|12345'),
  SQL: cursor(`1'; drop table application; --`),
  'a huge number': cursor('99999999999999999999999'),
  empty: '',
  'not base64': '！！！',
}
