/** How a file that leaves the house is signed, and one that comes in is verified: SM2 with SM3 (GM/T 0003, GM/T 0004). */
export interface Signatures {
  /** Nothing when the service has no key of its own: the file then says that it is unsigned. */
  sign(bytes: Uint8Array): FileSignature | null
  /** Whether the signature over exactly these bytes was made with the key that belongs to the public one. */
  verify(bytes: Uint8Array, signature: string, publicKey: string): boolean
}

export interface FileSignature {
  /** Which key signed, as SIGNING_KEY names it. */
  keyId: string
  /** Uncompressed point, hexadecimal, `04` in front. */
  publicKey: string
  /** DER as GM/T 0009 has it, in base64. */
  signature: string
}
