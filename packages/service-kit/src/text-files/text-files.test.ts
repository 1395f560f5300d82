import { COMMON_PROBLEMS, sentence } from '@xishan/domain'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinFields, splitFields, type TextField } from './delimited-fields'
import { readTextLines, writeTextLines, type TextFileFormat } from './text-lines'

const GB: TextFileFormat = { encoding: 'GB18030', lineEnd: 'CRLF' }
const UTF: TextFileFormat = { encoding: 'UTF-8', lineEnd: 'LF' }

async function read(bytes: Buffer, format: TextFileFormat): Promise<string[]> {
  const lines: string[] = []
  for await (const batch of readTextLines(bytes, format)) lines.push(...batch.map(({ text }) => text))
  return lines
}
const words = async (work: Promise<unknown> | (() => unknown)): Promise<string> => {
  const problem: unknown = await Promise.resolve().then(() => (typeof work === 'function' ? work() : work)).catch((error: unknown) => error)
  expect(problem).toHaveProperty('code', expect.stringMatching(/^text-(field-refused|file-damaged)$/))
  const { code, details } = problem as { code: 'text-field-refused'; details: Record<string, string> }
  return sentence(COMMON_PROBLEMS[code].detail, details)
}
const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')

describe('lines', () => {
  it('are the bytes of the standard: two for common characters, four for rare ones', async () => {
    expect(await writeTextLines(['中€a', '㐀𠀀'], GB)).toEqual(hex('D6D0 A2E3 61 0D0A 8139EE39 95328236 0D0A'))
    expect(await writeTextLines(['中'], UTF)).toEqual(hex('E4B8AD 0A'))
  })

  it.each([GB, UTF, { ...GB, lineEnd: 'LF' } as const, { ...UTF, lineEnd: 'CRLF' } as const])('come back as they were written: %o', async (format) => {
    const line = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replace(/[\r\n\uFEFF]/g, ''))
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 30 }), async (lines) => {
        expect(await read(await writeTextLines(lines, format), format)).toEqual(lines)
      }),
    )
  })

  it('make the same bytes again, or are refused', async () => {
    const piece = fc.oneof(fc.constantFrom(hex('0D0A'), hex('0A'), hex('80'), hex('FF'), hex('D6D0'), hex('8139EE39'), hex('D6')), fc.uint8Array({ maxLength: 6 }).map((bytes) => Buffer.from(bytes)))
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), fc.constantFrom(GB, UTF), async (pieces, format) => {
        const bytes = Buffer.concat(pieces)
        const lines: unknown = await read(bytes, format).catch((error: unknown) => error)
        if (Array.isArray(lines)) expect(await writeTextLines(lines, format)).toEqual(bytes)
        else expect(lines).toHaveProperty('code', 'text-file-damaged')
      }),
      { numRuns: 2000 },
    )
  })

  it('of a file that was cut are refused, wherever it was cut inside a line', async () => {
    const whole = await writeTextLines(['张三|630.00', '李𠀀四|1.00'], GB)
    for (let length = 0; length < whole.length; length++) {
      if (length === whole.indexOf('\n') + 1) continue
      await expect(read(whole.subarray(0, length), GB), `${length} bytes`).rejects.toMatchObject({ code: 'text-file-damaged' })
    }
  })

  it.each([
    [hex('61'), UTF, '文件末尾没有换行，内容可能不完整。请使用银行下发的原文件，不要打开后另存；原文件如此的，请联系银行重新下发。'],
    [hex('61 0A 62 0D0A'), GB, '文件第 1 行的换行方式与约定的 CRLF 不符'],
    [hex('61 0D0A'), UTF, '文件第 1 行的换行方式与约定的 LF 不符'],
    [hex('61 0A D6D0 0A'), UTF, '文件第 2 行不是 UTF-8 编码的文字'],
    [hex('EFBBBF 61 0A'), UTF, '文件开头带有编码标记'],
    [hex(''), UTF, '文件没有内容'],
  ])('%o are refused in words', async (bytes, format, sentenceStart) => expect(await words(read(bytes, format))).toContain(sentenceStart))

  it('that hold a line break or a foreign character are not written', async () => {
    expect(await words(writeTextLines(['a', 'b\nc'], UTF))).toContain('第 2 行“本行”含有换行')
    expect(await words(writeTextLines(['\uE5E5'], GB))).toContain('含有 GB18030 无法表示的字符')
  })
})

describe('fields', () => {
  const FIELDS = [
    { key: 'account', title: '银行账号', required: true, maxBytes: 19 },
    { key: 'name', title: '户名', required: true, maxBytes: 12 },
    { key: 'note', title: '备注' },
  ] as const satisfies readonly TextField[]
  const values = { account: '6217002710000684874', name: '张三', note: '' }
  const join = (changed: Partial<typeof values>) => joinFields(FIELDS, { ...values, ...changed }, 7, 'GB18030')

  it('stand between bars and are found again', () => {
    expect(join({})).toBe('6217002710000684874|张三|')
    expect(splitFields(FIELDS, { number: 7, text: join({ note: '十月' }) })).toEqual({ ...values, note: '十月' })
  })

  it('come back whatever they hold', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((value) => !/[|\p{Cc}\u2028\u2029]/u.test(value))
    const two = [{ key: 'a', title: '甲' }, { key: 'b', title: '乙' }] as const
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(splitFields(two, { number: 1, text: joinFields(two, { a, b }, 1, 'GB18030') })).toEqual({ a, b })
      }),
    )
  })

  it.each([
    [{ name: '张|三' }, '第 7 行“户名”含有分隔符“|”，请改正后重新生成文件。'],
    [{ note: '一\n二' }, '第 7 行“备注”含有换行或控制字符'],
    [{ note: '一\u2028二' }, '第 7 行“备注”含有换行或控制字符'],
    [{ name: '张\uE5E5' }, '第 7 行“户名”第 2 个字无法用 GB18030 编码表示'],
    [{ name: '\uD842三' }, '第 7 行“户名”第 1 个字无法用 GB18030 编码表示'],
    [{ name: '阿卜杜拉买买提' }, '第 7 行“户名”超过 12 字节'],
    [{ name: '' }, '第 7 行“户名”没有填写'],
  ])('%j are refused by name', async (changed, start) => expect(await words(() => join(changed))).toContain(start))

  it('never show their value in a refusal', async () => expect(await words(() => join({ account: '6217002710000684874|' }))).not.toContain('6217'))

  it('of a line that was cut or is another are refused', async () => {
    expect(await words(() => splitFields(FIELDS, { number: 3, text: '62|张三' }))).toContain('文件第 3 行应有 3 项，实有 2 项')
    expect(await words(() => splitFields(FIELDS, { number: 3, text: '62||' }))).toContain('文件第 3 行没有“户名”')
  })
})
