import { formatYuan } from '@xishan/domain'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDateCell, readMoneyCell, readMonthCell, readText } from './read-cells'

const value = <T>(expected: T) => ({ ok: true, value: expected })
const refused = (words: string) => ({ ok: false, message: expect.stringContaining(words) })

describe('text', () => {
  it.each([
    [null, null],
    ['', null],
    [' 　\u200b', null],
    ['　张三 ', '张三'],
    ['ＡＢ１２３', 'AB123'],
    ['西山区\r\n 某街道', '西山区 某街道'],
    ['张\u202e三\ufeff', '张三'],
    ['阿卜杜拉·买买提', '阿卜杜拉·买买提'],
    ['𠮷䶮\ue000', '𠮷䶮\ue000'],
  ])('%j is %j', (cell, text) => expect(readText(cell)).toBe(text))

  it('that was read is read the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (cell) => {
        expect(readText(readText(cell))).toBe(readText(cell))
      }),
    )
  })
})

describe('money', () => {
  it.each([
    ['630', 63_000],
    ['630.0', 63_000],
    ['630.300', 63_030],
    ['1,234.50', 123_450],
    ['１，２３４．５', 123_450],
    ['￥ 630 元', 63_000],
    ['0', 0],
    [null, null],
  ])('%j is %j fen', (cell, fen) => expect(readMoneyCell(cell)).toEqual(value(fen)))

  it.each([
    ['6.3E+2', '科学计数法'],
    ['1e5', '科学计数法'],
    ['-5', '负数'],
    ['630.305', '两位小数'],
    ['1,23.5', '不是金额'],
    ['六百三十', '不是金额'],
    ['630/月', '不是金额'],
    ['TRUE', '不是金额'],
    ['100000000.01', '1 亿元'],
  ])('%j is refused: %s', (cell, words) => expect(readMoneyCell(cell)).toEqual(refused(words)))

  it('that was shown or stored is read back to the fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (fen) => {
        expect(readMoneyCell(formatYuan(fen))).toEqual(value(fen))
        expect(readMoneyCell(String(fen / 100))).toEqual(value(fen))
      }),
    )
  })
})

describe('a date', () => {
  it.each(['2024-01-05', '2024/1/5', '2024.01.05', '20240105', '2024年1月5日', '２０２４－０１－０５', '2024-01-05 00:00:00'])('%s', (cell) => expect(readDateCell(cell)).toEqual(value('2024-01-05')))

  it.each(['1/5/2024', '05-01-2024', '24-1-5', '2024-1/5', '2024年1-5', '2024年1月5', '2024-1-5日', '2024/1', '45296', '2024-01-05 09:30:00', '5月1日', '去年'])('%s may be read two ways or is none', (cell) => expect(readDateCell(cell)).toEqual(refused('不是能确定的日期')))

  it.each(['2025-02-29', '2024-13-01', '20240231', '1900-02-29', '0024-01-05', '2900-01-01'])('%s does not exist', (cell) => expect(readDateCell(cell)).toEqual(refused('不是存在的日期')))

  it('is read from every usual spelling', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
        const iso = date.toISOString().slice(0, 10)
        const [year, month, day] = iso.split('-').map(Number)
        for (const spelling of [iso, iso.replaceAll('-', ''), `${year}/${month}/${day}`, `${year}年${month}月${day}日`]) expect(readDateCell(spelling)).toEqual(value(iso))
      }),
    )
  })
})

describe('a month', () => {
  it.each(['2025-10', '202510', '2025年10月', '2025/10', '2025.10', '2025-10-01', '２０２５年１０月份'])('%s', (cell) => expect(readMonthCell(cell)).toEqual(value('2025-10')))
  it.each(['2025-13', '10月', '2510', '2025', '2025-10-15', '10-2025', '20251001', '2025-00'])('%s is refused', (cell) => expect(readMonthCell(cell)).toEqual(refused('不是月份')))
})
