import { addToMonth, monthOf, type ParameterBook } from '@xishan/domain'
import type { Finances } from '../finances/finances'
import type { IncomeItem } from '../finances/income'
import { PARAMETER } from '../parameters/keys'
import { inMonths, inWords, step, type Reasoned } from './steps'

/** The months over which income is averaged, both ends included. */
export interface LookBack {
  from: string
  to: string
  months: number
}

/** A look-back that reaches into the future proves nothing. */
export function lookBack({ lookBackTo }: Pick<Finances, 'lookBackTo'>, book: ParameterBook): Reasoned<LookBack> {
  const months = book.number(PARAMETER.lookBack)
  const outcome = { from: addToMonth(lookBackTo, 1 - months), to: lookBackTo, months }
  return {
    outcome,
    steps: [
      step('finances.look-back', lookBackTo > monthOf(book.on) ? 'unknown' : 'info', {
        inputs: [inWords('起止月份', `${outcome.from} 至 ${outcome.to}`)],
        parameters: book.used(PARAMETER.lookBack),
        outcome: inMonths('核算期', months),
      }),
    ],
  }
}

/** What an income brought within the look-back, in all. */
export const receivedWithin = (item: Pick<IncomeItem, 'months'>, { from, to }: LookBack): number =>
  item.months.filter(({ month }) => from <= month && month <= to).reduce((sum, { amountFen }) => sum + amountFen, 0)
