import type { WorkbookArchive } from './workbook-archive'
import { attributeOf } from './xml-scanner'

/** Number formats that are dates without being spelled out in the file (ECMA-376 part 1, 18.8.30; 27–36 and 50–58 are the Chinese ones). */
const isBuiltInDate = (format: number): boolean => (format >= 14 && format <= 17) || format === 22 || (format >= 27 && format <= 31) || format === 36 || (format >= 50 && format <= 54) || format === 57 || format === 58

/** Whether a format code shows a year, month or day; what is quoted, escaped or in brackets is not part of it. */
export const showsDate = (code: string): boolean => {
  const bare = (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, '')
  return /[yde]/i.test(bare.replace(/e[+-]/gi, '').replace(/general/gi, '')) || (/m/i.test(bare) && !/[hs]/i.test(bare))
}

/** By index into the cell formats of the style sheet. */
export async function dateStyles(archive: WorkbookArchive, path: string | undefined, limit: number): Promise<boolean[]> {
  const styles: boolean[] = []
  if (path === undefined) return styles
  const codes = new Map<number, string>()
  let isCellFormats = false
  await archive.read(path, limit, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributeOf(attributes, 'numFmtId')), attributeOf(attributes, 'formatCode') ?? '')
      if (name === 'cellXfs') isCellFormats = true
      if (name !== 'xf' || !isCellFormats) return
      const format = Number(attributeOf(attributes, 'numFmtId') ?? '0')
      const code = codes.get(format)
      styles.push(code === undefined ? isBuiltInDate(format) : showsDate(code))
    },
    close(name) {
      if (name === 'cellXfs') isCellFormats = false
    },
    text() {},
  })
  return styles
}
