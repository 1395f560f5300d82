/** 32 random bytes, from which the keys of each purpose are derived. The id stands in front of everything the key makes. */
export interface RingKey {
  id: string
  secret: Buffer
}

/**
 * The first key seals; each opens what it sealed; the last, the eldest, makes look-ups and person keys, because those
 * must not change when a key is added. Lines that exchange person keys share that last key and may differ in the others.
 */
export type KeyRing = readonly [RingKey, ...RingKey[]]

const KEY_BYTES = 32
const HEX = /^([0-9a-f]{2})+$/i
const ID = /^[a-z0-9][a-z0-9-]{0,15}$/

/** Known to everybody who reads this source: good for tests, refused in production. */
export const DEVELOPMENT_DATA_KEYS = 'dev1:7d1f0a6c52e84b39a1c3f7089be2d4561c8e5b70f2394ad68e01c7b5926fd34a'

/**
 * Reads `id:hex,id:hex` or `[{"id":"…","key":"hex"}]`, the current key first. The keys' own text never gets into a message.
 * @throws Error in words for the person who sets DATA_KEYS.
 */
export function parseKeyRing(text: string): KeyRing {
  const keys = entries(text.trim()).map(([id, hex]) => {
    if (!ID.test(id)) throw new Error('DATA_KEYS：密钥编号应为小写字母、数字和连字符，最长 16 位')
    if (!HEX.test(hex)) throw new Error(`DATA_KEYS：密钥 ${id} 不是十六进制`)
    return { id, secret: Buffer.from(hex, 'hex') }
  })
  const [current, ...elder] = keys
  if (!current) throw new Error('DATA_KEYS：没有密钥')
  if (new Set(keys.map((key) => key.id)).size < keys.length) throw new Error('DATA_KEYS：密钥编号重复')
  return [current, ...elder]
}

function entries(text: string): [id: string, hex: string][] {
  if (text.startsWith('[')) return jsonEntries(text)
  return text
    .split(',')
    .filter((entry) => entry.trim() !== '')
    .map((entry) => {
      const [id = '', hex = ''] = entry.split(':', 2)
      return [id.trim(), hex.trim()]
    })
}

function jsonEntries(text: string): [id: string, hex: string][] {
  let list: unknown
  try {
    list = JSON.parse(text)
  } catch {
    throw new Error('DATA_KEYS：JSON 格式不正确')
  }
  if (!Array.isArray(list)) throw new Error('DATA_KEYS：应为数组')
  return list.map((entry: unknown) => {
    const { id, key } = typeof entry === 'object' && entry !== null ? { id: undefined, key: undefined, ...entry } : {}
    if (typeof id !== 'string' || typeof key !== 'string') throw new Error('DATA_KEYS：每项应有 id 和 key')
    return [id, key]
  })
}

/**
 * Refuses keys that are short, published, repeated or plainly not random. Called for every ring; `published: 'allowed'`
 * only where no real person's data can be (demonstration, tests).
 */
export function assertStrongKeys(ring: KeyRing, published: 'allowed' | 'refused' = 'refused'): void {
  const known = new Set(parseKeyRing(DEVELOPMENT_DATA_KEYS).map((key) => key.secret.toString('hex')))
  const seen = new Set<string>()
  for (const { id, secret } of ring) {
    const hex = secret.toString('hex')
    if (secret.length !== KEY_BYTES) throw new Error(`DATA_KEYS：密钥 ${id} 应为 ${KEY_BYTES} 字节（${KEY_BYTES * 2} 个十六进制字符）`)
    if (published === 'refused' && known.has(hex)) throw new Error(`DATA_KEYS：密钥 ${id} 是公开的开发密钥，不能用于正式环境`)
    if (looksMadeUp(secret)) throw new Error(`DATA_KEYS：密钥 ${id} 不够随机，请用 openssl rand -hex ${KEY_BYTES} 生成`)
    if (seen.has(hex)) throw new Error(`DATA_KEYS：密钥 ${id} 与另一密钥相同`)
    seen.add(hex)
  }
}

/** Few distinct bytes, a steady step from byte to byte, or readable text: each practically impossible for 32 random bytes. */
function looksMadeUp(secret: Buffer): boolean {
  const bytes = [...secret]
  const steps = bytes.slice(1).map((byte, index) => (byte - (bytes[index] ?? 0) + 256) % 256)
  return new Set(bytes).size < 16 || new Set(steps).size < 10 || bytes.every((byte) => byte >= 0x20 && byte < 0x7f)
}
