import { describe, expect, it } from 'vitest'
import { assess } from '../rules/assess'
import { aBook, aChild, aHousehold, aMember, aWife, evidenceOf, memberId } from '../rules/examples'
import { grantFrom } from './grant'

const passing = assess(aHousehold([aMember(), aWife({ absence: 'PRISON' }), aChild()]), evidenceOf(), aBook())

describe('what a confirmation gives', () => {
  it.each([
    ['2025-09-30', '2025-10'],
    ['2025-10-01', '2025-11'],
    ['2025-12-31', '2026-01'],
  ])('57号 §21: decided on %s, paid from %s', (decidedOn, fromMonth) => {
    expect(grantFrom(passing, decidedOn).fromMonth).toBe(fromMonth)
  })

  it('names amount, people, the day of the re-check and why', () => {
    expect(grantFrom(passing, '2025-09-30')).toMatchObject({
      amountFen: 132300,
      category: 'A',
      recheckOn: '2026-09-30',
      covered: [{ memberId: memberId(1), supplementGround: null }, { memberId: memberId(3), supplementFen: 6300, supplementGround: 'MINOR' }],
      trace: { result: 'pass' },
    })
  })

  it('gives nothing against the rules', () => {
    expect(() => grantFrom(assess(aHousehold(), evidenceOf({}, { meansCheck: null }), aBook()), '2025-09-30')).toThrow(RangeError)
  })
})
