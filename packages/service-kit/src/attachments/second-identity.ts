import type { FileKindName } from './file-kind'

const ZIP_END = Buffer.from('PK\x05\x06', 'latin1')
const ZIP_END_BYTES = 22
const LONGEST_ZIP_COMMENT = 0xffff
/** Where readers of PDF look for its header, and browsers for HTML. */
const HEAD_BYTES = 1024
const MARKUP = /<(?:!doctype html|html|script|svg|\?php|iframe)\b/i

/**
 * What else a file could be opened as: an archive appended to a picture, a PDF header or markup near its beginning.
 * Bytes after a picture's end alone are no reason to refuse it: telephones append motion and depth there.
 */
export function secondIdentity(kind: FileKindName, bytes: Buffer): string | undefined {
  const isArchive = kind === 'docx' || kind === 'xlsx'
  if (!isArchive && endsAsZip(bytes)) return '压缩包'
  const head = bytes.subarray(0, HEAD_BYTES).toString('latin1')
  if (kind !== 'pdf' && head.includes('%PDF-')) return 'PDF 文件'
  if (MARKUP.test(head)) return '网页脚本'
  if (isArchive && bytes.includes('vbaProject.bin')) return '宏程序'
  return undefined
}

/** A zip is read from its end: a record whose comment length reaches exactly to the last byte. */
function endsAsZip(bytes: Buffer): boolean {
  const from = Math.max(0, bytes.length - ZIP_END_BYTES - LONGEST_ZIP_COMMENT)
  for (let at = bytes.indexOf(ZIP_END, from); at >= 0; at = bytes.indexOf(ZIP_END, at + 1)) {
    if (at + ZIP_END_BYTES > bytes.length) return false
    if (at + ZIP_END_BYTES + bytes.readUInt16LE(at + 20) <= bytes.length) return true
  }
  return false
}
