import { expect, test } from 'vitest'
import { bulletOf, type Measured } from './bullet'
import { entered } from './testing/indicator'

const growing = (reading: Measured['reading']): Measured => ({ course: 'growing', start: 50, target: 80, pathNow: 74, reading })
const held = (reading: Measured['reading']): Measured => ({ course: 'holding', start: 100, target: 100, pathNow: 100, reading })

test('a growing number stands between its base and its target', () => {
  expect(bulletOf(growing(entered(65)))).toEqual({ start: 0, now: 50, path: 80, target: 100, low: 50, startsAtLow: true })
})
test('one above its target stretches the axis', () => {
  expect(bulletOf(growing(entered(90)))).toMatchObject({ start: 0, now: 100, path: 60, target: 75 })
})
test('one below its base moves the start to the right', () => {
  expect(bulletOf(growing(entered(44)))).toMatchObject({ now: 0, start: 16.7, low: 44, startsAtLow: false })
})
test('what is held at 100 is looked at from 90 on, so that 99.5 is seen to be less', () => {
  expect(bulletOf(held(entered(99.5)))).toMatchObject({ now: 95, target: 100, low: 90, startsAtLow: false })
})
test('and from lower where it fell lower', () => {
  expect(bulletOf(held(entered(83)))).toMatchObject({ low: 80, now: 15 })
})
test('no number, no mark', () => {
  expect(bulletOf(growing({ kind: 'NONE', note: '' })).now).toBeNull()
})
