import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extensionOf, safeFileName } from './file-name'

describe('a stored file name', () => {
  it.each([
    ['户口簿.JPG', '户口簿.jpg'],
    ['../../etc/passwd', 'passwd.jpg'],
    ['C:\\用户\\桌面\\收入证明.jpeg', '收入证明.jpg'],
    ['证明\u202Egpj.exe', '证明gpj.jpg'],
    ['零\u200B宽\uFEFF.png', '零宽.jpg'],
    ['a\r\nSet-Cookie: x=1.jpg', 'aSet-Cookie x=1.jpg'],
    ['CON.jpg', '_CON.jpg'],
    ['.htaccess', 'htaccess.jpg'],
    ['   ', '未命名.jpg'],
    ['照片 . . .jpg', '照片.jpg'],
    ['?*<>|"', '未命名.jpg'],
    ['𠮷野家.jpg', '𠮷野家.jpg'],
  ])('%j becomes %j', (given, stored) => expect(safeFileName(given, 'jpg')).toBe(stored))

  it('is safe whatever was sent, and stays as it is when cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const stored = safeFileName(given, 'pdf')
        expect([...stored].length).toBeLessThanOrEqual(101)
        expect(stored).toMatch(/^[^.\s][^\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]*\.pdf$/u)
        expect(safeFileName(stored, 'pdf')).toBe(stored)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps whole characters when it is cut', () => {
    expect(safeFileName('𠮷'.repeat(300), 'pdf')).toBe(`${'𠮷'.repeat(96)}.pdf`)
  })
})

it('reads an extension', () => {
  expect(['a.PDF', 'a.tar.gz', 'a', 'a.', 'x/y.z/w', ' a.jpg '].map(extensionOf)).toEqual(['pdf', 'gz', '', '', '', 'jpg'])
})
