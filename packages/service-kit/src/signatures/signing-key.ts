export interface SigningKey {
  id: string
  /** The private number in hexadecimal, 64 digits. */
  secret: string
}

const ENTRY = /^([a-z0-9][a-z0-9-]{0,15}):([0-9a-f]{64})$/i
/** Order of the curve (GM/T 0003.5-2012); a private key lies between 1 and two less (GM/T 0003.1-2012, 6.1). */
const ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n
/** The standards print this one as an example. */
const PUBLISHED = '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8'

/**
 * Reads `id:hex`; nothing from an empty text. The key's own text never gets into a message.
 * @throws Error in words for the person who sets SIGNING_KEY.
 */
export function parseSigningKey(text: string): SigningKey | undefined {
  if (text.trim() === '') return undefined
  const [, id, hex] = ENTRY.exec(text.trim()) ?? []
  if (!id || !hex) throw new Error('SIGNING_KEY：应为“编号:64 位十六进制私钥”')
  const secret = hex.toLowerCase()
  const number = BigInt(`0x${secret}`)
  if (number < 1n || number > ORDER - 2n) throw new Error('SIGNING_KEY：私钥不在 SM2 曲线的取值范围内')
  if (secret === PUBLISHED || new Set(secret.match(/../g)).size < 12) throw new Error('SIGNING_KEY：私钥不够随机，请用 openssl rand -hex 32 生成')
  return { id, secret }
}
