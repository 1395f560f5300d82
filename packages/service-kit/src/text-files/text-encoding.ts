import { decode, encode } from 'iconv-lite'

/** What banks and state systems exchange. GB18030 is the encoding's own name in the standard GB 18030. */
export type TextEncoding = 'UTF-8' | 'GB18030'

/** Nothing when the encoding cannot hold the text, as with a half of a surrogate pair. */
export function encodeText(text: string, encoding: TextEncoding): Buffer | undefined {
  const bytes = encode(text, encoding)
  return decode(bytes, encoding, { stripBOM: false }) === text ? bytes : undefined
}

/** Nothing when the bytes are not exactly those that the text is written with. */
export function decodeText(bytes: Buffer, encoding: TextEncoding): string | undefined {
  const text = decode(bytes, encoding, { stripBOM: false })
  return encode(text, encoding, { addBOM: false }).equals(bytes) ? text : undefined
}
