import { crc32, deflateSync } from 'node:zlib'

const WIDTH = 210
const HEIGHT = 297
const PAPER = 0
const INK = 1
const BOARD = 2
const SEAL = 3
/** Palette: paper, ink, the board behind it, the red of a seal. */
const COLOURS = Buffer.from([252, 251, 246, 70, 74, 84, 176, 150, 112, 196, 42, 42])

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** Where lines of writing lie on the sheet; `ends` varies their length. */
const isWriting = (x: number, y: number, ends: number): boolean => y % 14 < 4 && y > 62 && y < 236 && x > 28 && x < 182 - ((Math.floor(y / 14) * ends) % 90)

function colourAt(x: number, y: number, framed: boolean, ends: number): number {
  const edge = framed ? 12 : 0
  if (x < edge || y < edge || x >= WIDTH - edge || y >= HEIGHT - edge) return BOARD
  if (y > 30 && y < 44 && x > 50 && x < 160) return INK
  const fromSeal = Math.hypot(x - 152, y - 250)
  if (fromSeal < 24 && fromSeal > 20) return SEAL
  return isWriting(x, y, ends) ? INK : PAPER
}

/**
 * A sheet of paper with a headline, lines and a seal, as a PNG of about a kilobyte: what a scan of the demonstration looks like.
 * @param framed photographed on a notice board
 */
export const sheetPicture = ({ framed, ends }: { framed: boolean; ends: number }): Buffer => pictureOf({ width: WIDTH, height: HEIGHT, palette: COLOURS, colourAt: (x, y) => colourAt(x, y, framed, ends) })

interface Picture {
  width: number
  height: number
  /** Red, green and blue of each colour. */
  palette: Buffer
  colourAt: (x: number, y: number) => number
}

/** A picture of few colours as a PNG. */
export function pictureOf({ width, height, palette, colourAt: at }: Picture): Buffer {
  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = at(x, y)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('PLTE', palette), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))])
}
