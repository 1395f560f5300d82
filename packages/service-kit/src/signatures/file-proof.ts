import type { FileSignature, Signatures } from './signatures'
import { sm3Digest } from './software-signatures'

/** What goes with a file so that its receiver can see that it is whole and whose it is. */
export interface FileProof {
  /** SM3, hexadecimal. */
  digest: string
  signature: FileSignature | null
}

export const fileProof = (bytes: Uint8Array, signatures: Signatures): FileProof => ({ digest: sm3Digest(bytes), signature: signatures.sign(bytes) })

/** The proof as lines for people, beside the file. */
export const proofLines = ({ digest, signature }: FileProof): string[] => [
  `SM3 摘要：${digest}`,
  ...(signature ? [`SM2 签名：${signature.signature}`, `签名公钥（${signature.keyId}）：${signature.publicKey}`] : ['SM2 签名：未签名（本系统未配置签名密钥）']),
]

/** Why a file does not fit its proof; nothing when it does. The signer's public key is the one we know, not the one sent along. */
export function brokenProof(bytes: Uint8Array, proof: FileProof, signatures: Signatures, publicKey: string): 'digest' | 'unsigned' | 'signature' | undefined {
  if (sm3Digest(bytes) !== proof.digest.toLowerCase()) return 'digest'
  if (!proof.signature) return 'unsigned'
  return signatures.verify(bytes, proof.signature.signature, publicKey) ? undefined : 'signature'
}
