import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Log, nestLog } from './log'
import { scrub } from './scrub'

const lines: string[] = []
const log = Log.to('debug', { write: (line: string) => void lines.push(line) })
const written = (write: (log: Log) => void): { line: string; json: Record<string, unknown> } => {
  lines.length = 0
  write(log)
  const [line = ''] = lines
  expect(lines).toHaveLength(1)
  return { line, json: JSON.parse(line) }
}

const digits = (length: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
const citizenNumber = fc
  .tuple(fc.integer({ min: 110000, max: 659999 }), fc.date({ min: new Date('1900-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }), digits(3), fc.constantFrom(...'0123456789Xx'))
  .map(([place, birth, sequence, check]) => `${place}${birth.toISOString().slice(0, 10).replaceAll('-', '')}${sequence}${check}`)
const mobile = fc.tuple(fc.constantFrom('13', '15', '18', '19'), digits(9)).map(([head, rest]) => head + rest)
const account = digits(15).map((rest) => `6222${rest}`)
const fullWidth = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const spelling = fc.constantFrom(
  (text: string) => text,
  fullWidth,
  (text: string) => (text.length === 11 ? `${text.slice(0, 3)} ${text.slice(3, 7)}-${text.slice(7)}` : text.length === 18 ? `${text.slice(0, 6)} ${text.slice(6, 14)} ${text.slice(14)}` : text),
)
const personal = fc.tuple(fc.oneof(citizenNumber, mobile, account), spelling).map(([text, spell]) => spell(text))
const around = fc.string({ unit: fc.constantFrom(...'张三的电话：,.()"\\\n abcZ/='), maxLength: 20 })

describe('a log line', () => {
  it('never holds an identity, telephone or account number, wherever it was put', () => {
    fc.assert(
      fc.property(personal, around, around, fc.integer({ min: 0, max: 6 }), (secret, before, after, place) => {
        const text = `${before}${secret}${after}`
        const { line, json } = written((target) => {
          if (place === 0) target.info(text)
          else if (place === 1) target.warn('x', { nested: { list: [text] } })
          else if (place === 2) target.error('x', new Error(text, { cause: new Error(text) }))
          else if (place === 3) target.info('x', { [text]: 1 })
          else if (place === 4) target.with({ bound: text }).info('x')
          else if (place === 5) nestLog(target).error(text, text, 'context')
          else target.info('x', { number: /^\d+$/.test(secret) ? BigInt(secret) : text })
        })
        expect(line).not.toContain(secret)
        expect(line.replaceAll(/[ -]/g, '')).not.toContain(secret.replaceAll(/[ -]/g, ''))
        expect(json['level']).toMatch(/^(info|warn|error)$/)
      }),
      { numRuns: 2000 },
    )
  })

  it('leaves out what a statement, a header or a form carried', () => {
    const failed = Object.assign(new Error('duplicate key'), { code: '23505', parameters: ['张三'], query: 'insert', detail: 'Key (name)=(张三)' })
    const { line, json } = written((target) => target.error('write failed', failed))
    expect(line).not.toContain('张三')
    expect(json).toMatchObject({ level: 'error', msg: 'write failed', err: { type: 'Error', message: 'duplicate key', code: '23505' } })
    const headers = written((target) => target.info('x', { headers: { cookie: 'xs_token=1', authorization: 'Bearer 1' }, body: { a: 1 }, file: Buffer.from('secret') }))
    expect(headers.json).toMatchObject({ headers: { cookie: '[hidden]', authorization: '[hidden]' }, body: '[hidden]', file: '[6 bytes]' })
  })

  it('is JSON with level, time and what it was given, also for strange values', () => {
    const { json } = written((target) => target.with({ service: 'portal' }).info('ready', { ms: 12, none: null, at: new Date(0), deep: { a: { b: { c: { d: { e: { f: { g: 1 } } } } } } } }))
    expect(json).toMatchObject({ level: 'info', msg: 'ready', service: 'portal', ms: 12, none: null, at: '1970-01-01T00:00:00.000Z' })
    expect(JSON.stringify(json)).toContain('[deep]')
    expect(Date.parse(String(json['time']))).not.toBeNaN()
  })

  it('is written from its level up', () => {
    lines.length = 0
    const quiet = Log.to('warn', { write: (line: string) => void lines.push(line) })
    quiet.info('no')
    quiet.debug('no')
    quiet.warn('yes')
    expect(lines).toHaveLength(1)
  })
})

describe('the scrubber', () => {
  it.each([
    '0199a3c2-7b1e-7c3d-9f00-138123456789',
    'XS-SA-2025-000123',
    '2025-09-30T10:24:33.123Z',
    'epoch 1759200273123',
    'GET /api/portal/indicators/1 200 12 ms',
    '530112001002',
    'at file:///app/dist/main.js:1234:56',
  ])('keeps %j', (text) => expect(scrub(text)).toBe(text))

  it.each([
    ['身份证11010519491231002X，', '身份证[number]，'],
    ['老证530112410315002', '老证[number]'],
    ['+86 138-1234-5678', '[phone]'],
    ['电话0871-68181234', '电话[phone]'],
    ['卡号6222 0202 0001 2345 678', '卡号[number]'],
  ])('takes the number out of %j', (text, clean) => expect(scrub(text)).toBe(clean))
})
