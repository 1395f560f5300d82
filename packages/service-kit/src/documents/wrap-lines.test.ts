import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wrapLines } from './wrap-lines'

/** A full-width character is 2 wide, an ASCII one 1. */
const measure = (text: string): number => [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 128 ? 1 : 2), 0)
const wrap = (text: string, width: number) => wrapLines(text, width, measure)

describe('lines of Chinese text', () => {
  it('fill the width', () => {
    expect(wrap('申请人家庭人均月收入低于标准', 12)).toEqual(['申请人家庭人', '均月收入低于', '标准'])
  })

  it('never begin with closing punctuation', () => {
    expect(wrap('经入户调查，情况属实。同意', 10)).toEqual(['经入户调', '查，情况属', '实。同意'])
    expect(wrap('一二三四五”。六', 10)).toEqual(['一二三四', '五”。六'])
  })

  it('never end with opening punctuation', () => {
    expect(wrap('一二三四（五六）', 10)).toEqual(['一二三四', '（五六）'])
    expect(wrap('依据是《“十四五”规划》', 8)).toEqual(['依据是', '《“十四', '五”规', '划》'])
  })

  it('keep words and numbers whole unless one is wider than the line', () => {
    expect(wrap('每月发放1,234.50元整', 12)).toEqual(['每月发放', '1,234.50元整'])
    expect(wrap('530112194103150021', 8)).toEqual(['53011219', '41031500', '21'])
  })

  it('keep the breaks that the text has, and an empty line', () => {
    expect(wrap('一\n\n二', 10)).toEqual(['一', '', '二'])
    expect(wrap('', 10)).toEqual([''])
  })

  it('keep indents but no spaces at the break', () => {
    expect(wrap('　　缩进', 20)).toEqual(['　　缩进'])
    expect(wrap('aaaa bbbb', 4)).toEqual(['aaaa', 'bbbb'])
  })

  it('lose nothing and fit, whatever the text', () => {
    const chars = fc.constantFrom(...'一二三四五，。（）《》“”ab1.5 \n　𠮷')
    fc.assert(
      fc.property(fc.string({ unit: chars, maxLength: 80 }), fc.integer({ min: 4, max: 30 }), (text, width) => {
        const lines = wrap(text, width)
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        for (const line of lines) if (!/^[，。）》”（《“.]+/.test(line)) expect(measure(line)).toBeLessThanOrEqual(width + 4)
      }),
      { numRuns: 1000 },
    )
  })
})
