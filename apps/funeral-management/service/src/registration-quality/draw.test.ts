import { resultOf, sampleSize, type Finding } from '@xishan/funeral-management-contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draw } from './draw'

const registers = fc.uniqueArray(fc.stringMatching(/^[A-Z0-9-]{3,12}$/), { minLength: 1, maxLength: 60 })

describe('a draw', () => {
  it('is the same whatever the order of the register, and draws nobody twice', () => {
    fc.assert(
      fc.property(registers, fc.string(), fc.nat(60), (register, seed, count) => {
        const drawn = draw(seed, register, count)
        expect(drawn).toEqual(draw(seed, register.toReversed(), count))
        expect(new Set(drawn).size).toBe(Math.min(count, register.length))
        expect(drawn.every((file) => register.includes(file))).toBe(true)
      }),
    )
  })

  it('draws every file about as often as any other', () => {
    const register = Array.from({ length: 20 }, (_, at) => `J530112-${at}`)
    const times = new Map(register.map((file) => [file, 0]))
    for (let seed = 0; seed < 2000; seed++) for (const file of draw(String(seed), register, 5)) times.set(file, (times.get(file) ?? 0) + 1)
    for (const count of times.values()) expect(Math.abs(count - 500)).toBeLessThan(120)
  })
})

describe('a month’s sample (specification E3: 5 %, at least 30)', () => {
  it.each([
    [12, 12],
    [30, 30],
    [31, 30],
    [600, 30],
    [601, 31],
    [1000, 50],
  ])('of %d files has %d', (files, size) => expect(sampleSize(files, 5, 30)).toBe(size))
})

describe('a file', () => {
  it.each<[Finding[], string]>([
    [['OK', 'NOT_APPLICABLE'], 'CORRECT'],
    [['OK', 'DEFECT'], 'DEFECT'],
    [['DEFECT', 'INVALID', 'OK'], 'INVALID'],
  ])('with %j is %s', (findings, result) => expect(resultOf(findings)).toBe(result))
})
