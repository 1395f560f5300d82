import type { IndicatorAnswer } from '@xishan/domain'
import { describe, expect, it } from 'vitest'
import { credibleAnswers } from './credible-answers'

const ASKED = '2025-09-30'
const answer = (number: number, value: number | null, more: Partial<IndicatorAnswer> = {}): IndicatorAnswer => ({
  number,
  asOf: ASKED,
  cutOff: ASKED,
  value,
  components: [],
  complete: true,
  note: '',
  sourceLine: 'social-assistance',
  ...more,
})

describe('what a line says and can be believed', () => {
  it.each<[string, IndicatorAnswer, boolean]>([
    ['a rate', answer(1, 99.98), true],
    ['a rate of nothing', answer(1, null), true],
    ['a rate above 100', answer(1, 100.01), false],
    ['a rate below 0', answer(1, -1), false],
    ['an indicator of another line', answer(11, 80), false],
    ['a day that has not come', answer(1, 99, { asOf: '2025-10-01' }), false],
    ['counted beyond the day asked for', answer(1, 99, { cutOff: '2025-10-01' }), false],
    ['an older day', answer(1, 99, { asOf: '2025-09-29', cutOff: '2025-09-29' }), true],
  ])('%s', (_, given, believed) => {
    expect(credibleAnswers('social-assistance', [given], ASKED)).toEqual(believed ? { accepted: [given], refused: [] } : { accepted: [], refused: [given.number] })
  })

  it('the growth rate may fall and exceed 100', () => {
    expect(credibleAnswers('social-organizations', [answer(19, -12)], ASKED).accepted).toHaveLength(1)
  })

  it('two answers for one number are none', () => {
    expect(credibleAnswers('social-assistance', [answer(1, 99), answer(1, 98), answer(2, 100)], ASKED)).toMatchObject({ accepted: [{ number: 2 }], refused: [1, 1] })
  })
})
