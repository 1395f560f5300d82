import { INDICATORS, type IndicatorAnswer } from '@xishan/domain'

/** The answers of a line that can be true, and the numbers of those that cannot. */
export interface Credible {
  accepted: IndicatorAnswer[]
  refused: number[]
}

const GROWTH_RATE = 19

/**
 * A line may be wrong. Taken is only what it may speak of (its own indicators, each once), at a day that has come, in a range
 * the unit allows; everything else is left out, so that the last true value stays.
 */
export function credibleAnswers(line: string, answers: readonly IndicatorAnswer[], asked: string): Credible {
  const believable = (answer: IndicatorAnswer) =>
    answers.filter(({ number }) => number === answer.number).length === 1 &&
    INDICATORS.some(({ number, line: owner }) => number === answer.number && owner === line) &&
    answer.asOf <= asked &&
    answer.cutOff <= answer.asOf &&
    inRange(answer)
  return { accepted: answers.filter(believable), refused: answers.filter((answer) => !believable(answer)).map(({ number }) => number) }
}

function inRange({ number, value }: IndicatorAnswer): boolean {
  if (value === null || number === GROWTH_RATE) return true
  const isRate = INDICATORS.some((indicator) => indicator.number === number && indicator.unit === '%')
  return value >= 0 && (!isRate || value <= 100)
}
