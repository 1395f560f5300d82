import { expect, test } from 'vitest'
import { STANDINGS, isStanding, standingOf } from './standings'

test.each(Object.keys(STANDINGS).filter(isStanding))('the filter of %s leads back to it', (standing) => {
  expect(standingOf(STANDINGS[standing].inPay)).toBe(standing)
})
