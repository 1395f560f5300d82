import { readFileSync } from 'node:fs'
import { create, type Font } from 'fontkit'
import type { FontFile } from './fonts'

declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** PDFKit takes a font that is parsed already; its types do not say so. */
      registerFont(name: string, src: Font): this
    }
  }
}

/** Reading a collection and its tables takes far longer than drawing a paper: each face is parsed once and kept. */
const parsed = new Map<string, Font>()

/**
 * The font for one paper. Its tables are shared; its glyphs are its own, as they remember the character they first stood for,
 * and a paper must not read differently for what was printed before it.
 */
export function fontOf(file: FontFile): Font {
  const font: Font = Object.create(parsedFont(file), { _glyphs: { value: {} } })
  return font
}

function parsedFont({ path, face }: FontFile): Font {
  const key = `${path} ${face ?? ''}`
  const known = parsed.get(key)
  if (known) return known
  const font = create(readFileSync(path), face)
  if ('fonts' in font) throw new Error(`${path} is a collection: say which face of it`)
  parsed.set(key, font)
  return font
}
