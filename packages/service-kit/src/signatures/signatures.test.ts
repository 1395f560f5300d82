import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brokenProof, fileProof, proofLines } from './file-proof'
import { parseSigningKey } from './signing-key'
import { signaturesOf, sm3Digest, softwareSignatures } from './software-signatures'

const text = (value: string) => Buffer.from(value, 'utf8')
const ours = signaturesOf(`k1:${randomBytes(31).toString('hex').padStart(64, '0')}`)
const theirs = signaturesOf(`k2:${randomBytes(31).toString('hex').padStart(64, '0')}`)
const signed = (bytes: Uint8Array) => {
  const signature = ours.sign(bytes)
  if (!signature) throw new Error('not signed')
  return signature
}

describe('a digest', () => {
  it.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('of %s is the one of GM/T 0004-2012, appendix A', (message, digest) => expect(sm3Digest(text(message))).toBe(digest))
})

/** GM/T 0003.5-2012, appendix A. */
const EXAMPLE = {
  secret: '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8',
  publicKey: '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  r: 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3',
  s: 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
}
const der = (r: string, s: string) => Buffer.from(`3046022100${r}022100${s}`, 'hex').toString('base64')

describe('a signature', () => {
  it('of the standard is verified, and no other in its place', () => {
    expect(ours.verify(text('message digest'), der(EXAMPLE.r, EXAMPLE.s), EXAMPLE.publicKey)).toBe(true)
    expect(ours.verify(text('message digesu'), der(EXAMPLE.r, EXAMPLE.s), EXAMPLE.publicKey)).toBe(false)
    expect(ours.verify(text('message digest'), der(EXAMPLE.s, EXAMPLE.r), EXAMPLE.publicKey)).toBe(false)
  })

  it('with the key of the standard belongs to its public key', () => {
    const signature = softwareSignatures({ id: 'x', secret: EXAMPLE.secret }).sign(text('message digest'))
    expect(signature?.publicKey).toBe(EXAMPLE.publicKey)
    expect(ours.verify(text('message digest'), signature?.signature ?? '', EXAMPLE.publicKey)).toBe(true)
  })

  it('holds for what was signed, whatever it is, and for nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(), (bytes, at) => {
        const { signature, publicKey } = signed(bytes)
        expect(theirs.verify(bytes, signature, publicKey)).toBe(true)
        const altered = Uint8Array.from([...bytes, 0])
        altered[at % altered.length] = (altered[at % altered.length] ?? 0) ^ 1
        expect(theirs.verify(altered, signature, publicKey)).toBe(false)
        expect(theirs.verify(bytes, signature, theirs.sign(bytes)?.publicKey ?? '')).toBe(false)
      }),
      { numRuns: 20 },
    )
  })

  it('that is junk is no signature, and no crash', () => {
    const { publicKey, signature } = signed(text('甲'))
    for (const junk of ['', 'x', '====', 'MEUCIQ==', signature.slice(4), Buffer.alloc(70).toString('base64'), der('00'.repeat(32), '00'.repeat(32))]) expect(ours.verify(text('甲'), junk, publicKey)).toBe(false)
    for (const junk of ['', '04', `04${'00'.repeat(64)}`, `04${'ff'.repeat(64)}`, publicKey.slice(2)]) expect(ours.verify(text('甲'), signature, junk)).toBe(false)
  })
})

describe('a proof', () => {
  const file = text('6217002710000684874|张三|630.00\r\n')

  it('of a signed file holds until a byte changes', () => {
    const proof = fileProof(file, ours)
    const publicKey = proof.signature?.publicKey ?? ''
    expect(brokenProof(file, proof, theirs, publicKey)).toBeUndefined()
    expect(brokenProof(text('6217002710000684874|张三|730.00\r\n'), proof, theirs, publicKey)).toBe('digest')
    expect(brokenProof(file, fileProof(file, theirs), ours, publicKey)).toBe('signature')
    expect(proofLines(proof)).toHaveLength(3)
  })

  it('says that a file is unsigned where no key is set', () => {
    const proof = fileProof(file, signaturesOf(''))
    expect(proof.signature).toBeNull()
    expect(proofLines(proof)).toEqual([`SM3 摘要：${sm3Digest(file)}`, 'SM2 签名：未签名（本系统未配置签名密钥）'])
    expect(brokenProof(file, proof, ours, EXAMPLE.publicKey)).toBe('unsigned')
  })
})

describe('SIGNING_KEY', () => {
  it.each(['k1', 'k1:', 'k1:zz', `k1:${'ab'.repeat(31)}`, `K 1:${'ab'.repeat(32)}`, `k1:${'00'.repeat(32)}`, `k1:${'ff'.repeat(32)}`, `k1:${'ab'.repeat(32)}`, `k1:${EXAMPLE.secret}`])('%s is refused without showing the key', (setting) => {
    expect(() => parseSigningKey(setting)).toThrow(/^SIGNING_KEY：[^0-9a-f]*(64|32|SM2)?/)
    expect(() => parseSigningKey(setting)).not.toThrow(/abab|3945/)
  })

  it('may be left out', () => expect(parseSigningKey(' ')).toBeUndefined())
})
