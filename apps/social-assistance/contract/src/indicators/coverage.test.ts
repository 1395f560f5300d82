import { IndicatorAnswer } from '@xishan/domain'
import { describe, expect, it } from 'vitest'
import { coverageIndicator } from './coverage'

const on = (inPay: number, owed: number) => coverageIndicator({ inPay, owed }, '2025-09-30', '2025-09-30')

describe('indicator 1 (plan table row 1; G1)', () => {
  it.each([
    [4727, 0, 100],
    [4700, 27, 99.43],
    [0, 3, 0],
    [1, 2, 33.33],
  ])('%d in pay, %d owed: %d %%', (inPay, owed, value) => {
    expect(on(inPay, owed)).toMatchObject({ number: 1, value, components: [{ key: 'IN_PAY', value: inPay }, { key: 'OWED', value: owed }] })
  })

  it('has no value where there is nothing to divide by', () => expect(on(0, 0).value).toBeNull())

  it('answers the portal in the shape of every line', () => expect(IndicatorAnswer.safeParse(on(4727, 0)).success).toBe(true))
})
