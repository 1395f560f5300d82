/**
 * How personal data is sealed and found again. One interface, so that a software ring, a KMS or a hardware module
 * can stand behind it.
 */
export interface Ciphers {
  /** Never twice the same for one text. */
  encrypt(plain: string): string
  /** @throws SealBroken when the text was altered, cut, or sealed by a key that is not in the ring. */
  decrypt(sealed: string): string
  /** What a look-up column holds: the same for the same document, of no use without the key. */
  lookup(documentType: string, normalisedNumber: string): string
  /** What crosses lines in place of a number. The version of its key stands in front. */
  personKey(documentType: string, number: string): string
}

export class SealBroken extends Error {
  constructor(reason: 'malformed' | 'unknown-key' | 'altered') {
    super(`sealed text cannot be opened: ${reason}`)
    this.name = 'SealBroken'
  }
}
