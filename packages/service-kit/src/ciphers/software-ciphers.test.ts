import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SealBroken } from './ciphers'
import { assertStrongKeys, DEVELOPMENT_DATA_KEYS, parseKeyRing, type KeyRing } from './key-ring'
import { randomPersonKey, softwareCiphers } from './software-ciphers'

const freshKey = (id: string) => `${id}:${randomBytes(32).toString('hex')}`
const first = freshKey('k1')
const second = freshKey('k2')
const ciphers = softwareCiphers(parseKeyRing(first))

describe('sealed text', () => {
  it('opens to what was sealed, whatever it was', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (plain) => ciphers.decrypt(ciphers.encrypt(plain)) === plain))
  })

  it('is different each time and never shows the text', () => {
    const sealed = ciphers.encrypt('530112194103150021')
    expect(sealed).toMatch(/^k1\.[\w-]+$/)
    expect(ciphers.encrypt('530112194103150021')).not.toBe(sealed)
    expect(Buffer.from(sealed.slice(3), 'base64url').toString('latin1')).not.toContain('530112')
  })

  it('refuses every altered character', () => {
    const sealed = ciphers.encrypt('530112194103150021')
    for (let at = 0; at < sealed.length; at++) {
      const other = sealed[at] === 'A' ? 'B' : 'A'
      expect(() => ciphers.decrypt(sealed.slice(0, at) + other + sealed.slice(at + 1)), `character ${at}`).toThrow(SealBroken)
    }
  })

  it('refuses cut, extended, mixed and foreign text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (junk) => {
        expect(() => ciphers.decrypt(junk)).toThrow(SealBroken)
        expect(() => ciphers.decrypt(`k1.${junk}`)).toThrow(SealBroken)
        expect(() => ciphers.decrypt(`${ciphers.encrypt('张三')}${junk || '='}`)).toThrow(SealBroken)
      }),
    )
    expect(() => ciphers.decrypt('')).toThrow('malformed')
  })
})

describe('a new key', () => {
  const rotated = softwareCiphers(parseKeyRing(`${second},${first}`))

  it('seals from now on, while the old one still opens its own', () => {
    const old = ciphers.encrypt('旧数据')
    expect(rotated.decrypt(old)).toBe('旧数据')
    expect(rotated.encrypt('新数据')).toMatch(/^k2\./)
    expect(() => ciphers.decrypt(rotated.encrypt('新数据'))).toThrow('unknown-key')
  })

  it('leaves look-ups and person keys as they were', () => {
    expect(rotated.lookup('1', '530112194103150021')).toBe(ciphers.lookup('1', '530112194103150021'))
    expect(rotated.personKey('1', '530112194103150021')).toBe(ciphers.personKey('1', '530112194103150021'))
  })

  it('cannot pass for another by taking over its id', () => {
    const impostor = softwareCiphers(parseKeyRing(second.replace('k2', 'k1')))
    expect(() => ciphers.decrypt(impostor.encrypt('伪造'))).toThrow('altered')
  })
})

describe('look-up and person key', () => {
  it('tell different documents apart and do not equal each other', () => {
    expect(ciphers.lookup('1', '23')).not.toBe(ciphers.lookup('12', '3'))
    expect(ciphers.lookup('1', '530112194103150021')).not.toBe(ciphers.lookup('2', '530112194103150021'))
    expect(ciphers.personKey('1', '530112194103150021')).not.toContain(ciphers.lookup('1', '530112194103150021'))
  })

  it('is one key for one number, however it was typed, with its version in front', () => {
    const key = ciphers.personKey('1', '11010519491231002X')
    expect(key).toMatch(/^k1\.[\w-]{43}$/)
    expect(ciphers.personKey('1', ' 110105 19491231 002x ')).toBe(key)
    expect(ciphers.personKey('1', '１１０１０５１９４９１２３１００２Ｘ')).toBe(key)
    expect(randomPersonKey()).not.toBe(randomPersonKey())
  })
})

describe('the ring', () => {
  it('reads both spellings', () => {
    const hex = 'ab'.repeat(32)
    expect(parseKeyRing(` a:${hex} , b:${hex}`).map((key) => key.id)).toEqual(['a', 'b'])
    expect(parseKeyRing(`[{"id":"a","key":"${hex}"}]`)[0].secret.toString('hex')).toBe(hex)
  })

  it.each(['', ',', 'a', 'a:zz', 'A B:00', 'a:00,a:01', '[', '[1]', '[null]', '[{"id":"a"}]', '[]'])('refuses %j without showing a key', (text) => {
    expect(() => parseKeyRing(text)).toThrow(/^DATA_KEYS/)
  })

  const ring = (hex: string): KeyRing => parseKeyRing(`k:${hex}`)

  it.each([
    ['short', 'ab'.repeat(16), '32 字节'],
    ['all zero', '00'.repeat(32), '不够随机'],
    ['counting', Array.from({ length: 32 }, (_, n) => n.toString(16).padStart(2, '0')).join(''), '不够随机'],
    ['a word repeated', Buffer.from('secretsecretsecretsecretsecretse').toString('hex'), '不够随机'],
    ['a sentence', Buffer.from('The quick brown fox jumps over a').toString('hex'), '不够随机'],
    ['published', DEVELOPMENT_DATA_KEYS.slice(5), '公开'],
  ])('is refused when a key is %s', (_, hex, why) => {
    expect(() => assertStrongKeys(ring(hex))).toThrow(why)
  })

  it('is refused when two ids share a key', () => {
    const hex = randomBytes(32).toString('hex')
    expect(() => assertStrongKeys(parseKeyRing(`a:${hex},b:${hex}`))).toThrow('相同')
  })

  it('is accepted when random; the published one only where allowed', () => {
    fc.assert(fc.property(fc.constant(0), () => assertStrongKeys(ring(randomBytes(32).toString('hex')))))
    assertStrongKeys(parseKeyRing(DEVELOPMENT_DATA_KEYS), 'allowed')
  })
})
