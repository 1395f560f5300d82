import { createHash } from 'node:crypto'
import { sm2 } from 'sm-crypto-v2'
import type { Signatures } from './signatures'
import { parseSigningKey, type SigningKey } from './signing-key'

/** The identity that GM/T 0009-2012, 10 prescribes where none was agreed. */
const USER_ID = '1234567812345678'
const PUBLIC_KEY = /^04[0-9a-f]{128}$/i
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/

/** SM3 of the bytes, hexadecimal. */
export const sm3Digest = (bytes: Uint8Array): string => createHash('sm3').update(bytes).digest('hex')

/** By SIGNING_KEY; without one nothing is signed, while verifying needs no key of ours. */
export const signaturesOf = (signingKey: string): Signatures => softwareSignatures(parseSigningKey(signingKey))

/** The key in the service's own memory. Node signs on this curve too, but without the identity that the standard binds in. */
export function softwareSignatures(key: SigningKey | undefined): Signatures {
  const publicKey = key ? sm2.getPublicKeyFromPrivateKey(key.secret) : ''
  return {
    sign(bytes) {
      if (!key) return null
      const signature = sm2.doSignature(messageDigest(bytes, publicKey), key.secret, { der: true, hash: false })
      return { keyId: key.id, publicKey, signature: Buffer.from(signature, 'hex').toString('base64') }
    },
    verify(bytes, signature, signer) {
      if (!PUBLIC_KEY.test(signer) || !BASE64.test(signature)) return false
      try {
        const der = Buffer.from(signature, 'base64')
        return sm2.verifyPublicKey(signer) && sm2.doVerifySignature(messageDigest(bytes, signer), der.toString('hex'), signer, { der: true, hash: false })
      } catch {
        return false
      }
    },
  }
}

/** SM3 over Z and the message (GM/T 0003.2-2012, 6.1), by Node, which is fast enough for large files. */
const messageDigest = (bytes: Uint8Array, publicKey: string): Uint8Array =>
  new Uint8Array(createHash('sm3').update(sm2.getZ(publicKey, USER_ID)).update(bytes).digest())
