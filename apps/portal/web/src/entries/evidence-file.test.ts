import { expect, test } from 'vitest'
import { sizeInWords, unfitEvidence } from './evidence-file'

const MB = 1024 * 1024
test.each([
  [undefined, '请附上依据文件。'],
  [{ name: '台账.pdf', size: 2 * MB }, null],
  [{ name: '台账.PDF', size: 10 * MB }, null],
  [{ name: '台账.pdf', size: 30 * MB }, '“台账.pdf”有 30.0 MB，超过 10 MB，请压缩或拆分后再上传。'],
  [{ name: '台账.exe', size: 10 }, '不能使用“台账.exe”：请附 PDF、JPG 或 PNG 文件。'],
  [{ name: '台账', size: 10 }, '不能使用“台账”：请附 PDF、JPG 或 PNG 文件。'],
  [{ name: '台账.pdf', size: 0 }, '“台账.pdf”是空文件。'],
])('%o: %s', (file, words) => expect(unfitEvidence(file)).toBe(words))

test.each([[100, '1 KB'], [2048, '2 KB'], [3 * MB, '3.0 MB']])('%s bytes are %s', (bytes, words) => expect(sizeInWords(bytes)).toBe(words))
