import type { UploadedFile } from '@xishan/service-kit'
import { pictureOf } from '../picture'

const [WIDTH, HEIGHT] = [320, 220]
const [SKY, HILL, NEAR, STONE, EDGE, TREE] = [0, 1, 2, 3, 4, 5]
const COLOURS = Buffer.from([196, 214, 226, 122, 148, 110, 150, 164, 112, 172, 170, 164, 110, 108, 104, 64, 104, 62])

function ground(x: number, y: number): number {
  if (y > 130 + 8 * Math.sin(x / 47)) return NEAR
  return y > 84 - 26 * Math.sin(x / 90 + 0.6) ? HILL : SKY
}

/** A stone with a rounded top on its base. */
function stone(x: number, y: number): number | undefined {
  if (y > 168 && y < 182 && Math.abs(x - 160) < 58) return y < 171 ? EDGE : STONE
  const isInside = Math.abs(x - 160) < 30 && y > 104 && y <= 168
  if (!isInside && Math.hypot(x - 160, y - 106) >= 30) return undefined
  if (y > 168) return undefined
  return Math.abs(x - 160) > 26 || (y > 120 && y < 152 && Math.abs(x - 160) < 3) ? EDGE : STONE
}

/** Pines in a row before where the stone was. */
const isTree = (x: number, y: number): boolean => [60, 110, 160, 210, 260].some((at) => y > 96 && y < 178 && Math.abs(x - at) < (y - 92) / 4)

const scene = (covered: boolean): Buffer => pictureOf({ width: WIDTH, height: HEIGHT, palette: COLOURS, colourAt: (x, y) => (covered ? (isTree(x, y) ? TREE : ground(x, y)) : (stone(x, y) ?? ground(x, y))) })

const [FOUND, AFTER] = [scene(false), scene(true)]

const photo = (name: string, bytes: Buffer): UploadedFile => ({ name: `${name}.png`, declaredType: 'image/png', bytes })

/** A drawing of a grave on a hill in place of a photo, and of the hill when it is put right. */
export const graveFound = (name: string): UploadedFile => photo(name, FOUND)
export const gravePutRight = (name: string): UploadedFile => photo(name, AFTER)
