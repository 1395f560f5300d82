const END = 'PK\x05\x06'
const ENTRY = 'PK\x01\x02'
const END_BYTES = 22
const ENTRY_BYTES = 46

/** What an archive says it unpacks to, in bytes; nothing when it is not an ordinary archive. */
export function unpackedSize(zip: Buffer): number | undefined {
  const end = zip.lastIndexOf(END, undefined, 'latin1')
  if (end < 0 || end + END_BYTES > zip.length) return undefined
  let at = zip.readUInt32LE(end + 16)
  let total = 0
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (at + ENTRY_BYTES > zip.length || zip.toString('latin1', at, at + 4) !== ENTRY) return undefined
    total += zip.readUInt32LE(at + 24)
    at += ENTRY_BYTES + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return total
}
