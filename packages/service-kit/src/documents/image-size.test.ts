import { describe, expect, it } from 'vitest'
import { imageSize } from './image-size'

const frame = Buffer.from('ffc0001108000300040301220002110103110100', 'hex')
/** A segment with one directory of one entry: tag 0x0112, a short. */
const exif = (orientation: number, order: 'II' | 'MM'): Buffer => {
  const tiff = Buffer.alloc(26)
  const short = (value: number, at: number) => (order === 'II' ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at))
  const long = (value: number, at: number) => (order === 'II' ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at))
  tiff.write(order)
  short(42, 2)
  long(8, 4)
  short(1, 8)
  short(0x0112, 10)
  short(3, 12)
  long(1, 14)
  short(orientation, 18)
  const head = Buffer.from('ffe10022457869660000', 'hex')
  return Buffer.concat([head, tiff])
}
const jpeg = (...segments: Buffer[]) => Buffer.concat([Buffer.from('ffd8', 'hex'), ...segments, frame, Buffer.alloc(16)])

describe('the size of a picture', () => {
  it('is that of its frame', () => expect(imageSize(jpeg())).toEqual({ type: 'jpg', width: 4, height: 3, turn: 0 }))

  it('is turned as the camera noted', () => {
    expect(imageSize(jpeg(exif(6, 'MM')))).toEqual({ type: 'jpg', width: 3, height: 4, turn: 90 })
    expect(imageSize(jpeg(exif(8, 'II')))).toEqual({ type: 'jpg', width: 3, height: 4, turn: 270 })
    expect(imageSize(jpeg(exif(3, 'MM')))).toEqual({ type: 'jpg', width: 4, height: 3, turn: 180 })
  })

  it('is refused for anything else', () => {
    expect(() => imageSize(Buffer.from('GIF89a'))).toThrow('not a JPEG or PNG')
    expect(() => imageSize(Buffer.alloc(0))).toThrow('not a JPEG or PNG')
    expect(() => imageSize(Buffer.from('ffd8ffe00010', 'hex'))).toThrow('without a frame')
  })
})
