import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWithinScope, scopeRange } from './scope'

const code = fc.stringMatching(/^[1-9]\d{5}(\d{3}){0,2}$/)

describe('scope', () => {
  test.each([
    ['530112', '530112', '530113'],
    ['530112001', '530112001', '530112002'],
    ['530112009', '530112009', '530112010'],
    ['530112010016', '530112010016', '530112010017'],
    ['659999', '659999', '660000'],
  ])('of %s runs from %s to before %s', (scope, from, to) => {
    expect(scopeRange(scope)).toEqual({ from, to })
    expect([isWithinScope(from, scope), isWithinScope(to, scope)]).toEqual([true, false])
  })

  test.each(['', '5301', '53011200', '530112001001001', '53011a', "530112' or '1'='1"])('“%s” is none', (scope) => {
    expect(() => scopeRange(scope)).toThrow(RangeError)
  })

  test('the range holds exactly the codes that begin with the scope', () => {
    fc.assert(
      fc.property(code, code, (scope, other) => {
        fc.pre(!/^9+$/.test(scope))
        expect(isWithinScope(other, scope)).toBe(other.startsWith(scope))
        expect(isWithinScope(scope, scope)).toBe(true)
        expect(isWithinScope(`${scope}001`.slice(0, 12), scope)).toBe(true)
      }),
    )
  })
})
