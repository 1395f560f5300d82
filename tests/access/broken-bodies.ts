import type { Request } from './sending'

type Broken = Request & { what: string }
const typed = (what: string, type: string, raw = '{}'): Broken => ({ what, raw, headers: { 'content-type': type } })

/** What arrives where a form's JSON should be. */
export const BROKEN_BODIES: Broken[] = [
  { what: 'broken JSON', raw: '{"version": 1, ' },
  { what: 'two bodies', raw: '{}{}' },
  { what: 'nothing', raw: '', headers: { 'content-type': 'application/json' } },
  { what: 'a list', raw: '[]' },
  { what: 'a text', raw: '"drop table application"' },
  { what: 'a number', raw: '1e999' },
  { what: 'a prototype', raw: '{"__proto__": {"roles": ["DIRECTOR"]}}' },
  { what: 'a constructor', raw: '{"constructor": {"prototype": {"roles": ["DIRECTOR"]}}}' },
  { what: 'a bottomless list', raw: `{"version": ${'['.repeat(100_000)}${']'.repeat(100_000)}}` },
  { what: 'a bottomless object', raw: `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}` },
  typed('plain text', 'text/plain'),
  typed('XML', 'application/xml', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'),
  typed('a web form', 'application/x-www-form-urlencoded', 'version=1'),
  typed('another charset', 'application/json; charset=utf-16', '{'),
  typed('no media type', 'nonsense'),
  typed('a form without boundary', 'multipart/form-data', 'x'),
]

const BOUNDARY = 'xxxx'
const form = (what: string, raw: string, type = `multipart/form-data; boundary=${BOUNDARY}`): Broken => typed(what, type, raw)
const part = (name: string, content: string): string => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${content}\r\n`

/** What arrives where a form with a file should be. */
export const brokenForms = (fields: unknown): Broken[] => [
  { what: 'JSON instead of a form', raw: JSON.stringify(fields) },
  form('a form without boundary', 'x', 'multipart/form-data'),
  form('a form cut off', `${part('value', '1')}--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n\u0089PN`),
  form('an empty form', `--${BOUNDARY}--\r\n`),
  form('a form of a prototype', `${part('__proto__', 'x')}--${BOUNDARY}--\r\n`),
  form('a form of a thousand fields', `${Array.from({ length: 1000 }, (_, index) => part(`f${index}`, 'x')).join('')}--${BOUNDARY}--\r\n`),
  form('no form at all', '\u0000\u0001\u0002'),
]
