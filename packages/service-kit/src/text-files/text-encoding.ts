import { decode, encode } from 'iconv-lite'

/** What banks and state systems exchange. GB18030 is the encoding's own name in the standard GB 18030. */
export type TextEncoding = 'UTF-8' | 'GB18030'

const HALF_PAIR = /\p{Cs}/u
const NOT_ASCII = /[^\p{ASCII}]/u

/** Nothing when the encoding cannot hold the text, as with a half of a surrogate pair. */
export function encodeText(text: string, encoding: TextEncoding): Buffer | undefined {
  if (encoding === 'UTF-8') return HALF_PAIR.test(text) ? undefined : Buffer.from(text, 'utf8')
  if (!NOT_ASCII.test(text)) return Buffer.from(text, 'latin1')
  const bytes = encode(text, encoding)
  return decode(bytes, encoding, { stripBOM: false }) === text ? bytes : undefined
}

/** Nothing when the bytes are not exactly those that the text is written with. */
export function decodeText(bytes: Buffer, encoding: TextEncoding): string | undefined {
  const text = encoding === 'UTF-8' ? bytes.toString('utf8') : decode(bytes, encoding, { stripBOM: false })
  return encodeText(text, encoding)?.equals(bytes) ? text : undefined
}
