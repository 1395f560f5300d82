/** How a picture is to be shown: its size after turning, and the turn that its camera noted. */
export interface ImageSize {
  type: 'jpg' | 'png'
  width: number
  height: number
  /** Degrees clockwise. */
  turn: 0 | 90 | 180 | 270
}

const PNG = Buffer.from('89504e470d0a1a0a', 'hex')
const TURNS: Record<number, ImageSize['turn']> = { 3: 180, 6: 90, 8: 270 }

/** @throws Error when the bytes are neither JPEG nor PNG. Attachments are inspected when they are taken in. */
export function imageSize(bytes: Buffer): ImageSize {
  if (bytes.length > 24 && bytes.subarray(0, 8).equals(PNG)) return { type: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), turn: 0 }
  if (bytes.length > 4 && bytes.readUInt16BE(0) === 0xffd8) return jpegSize(bytes)
  throw new Error('not a JPEG or PNG image')
}

function jpegSize(bytes: Buffer): ImageSize {
  let turn: ImageSize['turn'] = 0
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt16BE(at)
    if (marker === 0xffe1) turn = TURNS[exifOrientation(bytes.subarray(at + 4, at + 2 + bytes.readUInt16BE(at + 2)))] ?? 0
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
    if (!isFrame) continue
    const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)]
    return turn === 90 || turn === 270 ? { type: 'jpg', width: height, height: width, turn } : { type: 'jpg', width, height, turn }
  }
  throw new Error('JPEG image without a frame')
}

/** Tag 0x0112 of the first directory; 1, upright, when there is none. */
function exifOrientation(segment: Buffer): number {
  if (segment.length < 16 || segment.toString('latin1', 0, 4) !== 'Exif') return 1
  const tiff = segment.subarray(6)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let entry = 0; entry < short(directory); entry++) {
    const at = directory + 2 + entry * 12
    if (short(at) === 0x0112) return short(at + 8)
  }
  return 1
}
