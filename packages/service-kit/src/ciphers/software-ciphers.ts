import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto'
import { SealBroken, type Ciphers } from './ciphers'
import type { KeyRing, RingKey } from './key-ring'

const IV_BYTES = 16
const BLOCK_BYTES = 16
const TAG_BYTES = 32

interface DerivedKeys {
  id: string
  encryption: KeyObject
  authentication: KeyObject
}

/**
 * SM4-CBC, then HMAC-SM3 over key id, IV and ciphertext (Node has no SM4-GCM). A sealed text is `<key id>.<base64url>`.
 * Every purpose has a key of its own, derived from the ring's by HKDF-SM3.
 */
export function softwareCiphers(ring: KeyRing): Ciphers {
  const derived = new Map(ring.map((key) => [key.id, deriveSealKeys(key)]))
  const current = deriveSealKeys(ring[0])
  const eldest = ring.at(-1) ?? ring[0]
  const lookupKey = derive(eldest, 'lookup', 32)
  const personSecret = derive(eldest, 'person', 32)

  return {
    encrypt(plain) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('sm4-cbc', current.encryption, iv)
      const body = Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()])
      return `${current.id}.${Buffer.concat([body, tag(current, body)]).toString('base64url')}`
    },

    decrypt(sealed) {
      const dot = sealed.indexOf('.')
      const bytes = Buffer.from(sealed.slice(dot + 1), 'base64url')
      const bodyBytes = bytes.length - TAG_BYTES
      const isWhole = dot > 0 && bodyBytes >= IV_BYTES + BLOCK_BYTES && bodyBytes % BLOCK_BYTES === 0
      // Decoding forgives stray characters: only the one canonical spelling is accepted.
      if (!isWhole || bytes.toString('base64url') !== sealed.slice(dot + 1)) throw new SealBroken('malformed')
      const keys = derived.get(sealed.slice(0, dot))
      if (!keys) throw new SealBroken('unknown-key')
      const body = bytes.subarray(0, bodyBytes)
      if (!timingSafeEqual(tag(keys, body), bytes.subarray(bodyBytes))) throw new SealBroken('altered')
      const decipher = createDecipheriv('sm4-cbc', keys.encryption, body.subarray(0, IV_BYTES))
      return Buffer.concat([decipher.update(body.subarray(IV_BYTES)), decipher.final()]).toString('utf8')
    },

    lookup: (documentType, number) => keyedHash(lookupKey, documentType, number),
    personKey: (documentType, number) => `${eldest.id}.${keyedHash(personSecret, documentType, normalise(number))}`,
  }
}

/** For a person without any document: random, in the form of a person key, joined to a real one later by a merge. */
export const randomPersonKey = (): string => `r.${randomBytes(32).toString('base64url')}`

const normalise = (number: string): string => number.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()

/** A key object: handed over as bytes it would be made anew with every value. */
const derive = (key: RingKey, purpose: string, bytes: number): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sm3', key.secret, 'xishan personal data', `${key.id} ${purpose}`, bytes)))

const deriveSealKeys = (key: RingKey): DerivedKeys => ({
  id: key.id,
  encryption: derive(key, 'encryption', 16),
  authentication: derive(key, 'authentication', 32),
})

const tag = (keys: DerivedKeys, body: Buffer): Buffer => createHmac('sm3', keys.authentication).update(`${keys.id}.`).update(body).digest()

/** The length in front keeps ('1', '23') and ('12', '3') apart. */
const keyedHash = (key: KeyObject, documentType: string, number: string): string =>
  createHmac('sm3', key).update(`${documentType.length}:${documentType}${number}`).digest('base64url')
