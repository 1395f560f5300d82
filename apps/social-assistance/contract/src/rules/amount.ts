import { sharedBy, type ParameterBook, type TraceStep } from '@xishan/domain'
import type { Category } from '../benefits/benefit'
import { PARAMETER } from '../parameters/keys'
import type { GroupIncome } from './per-capita'
import { inFen, inPeople, inWords, step, type Reasoned } from './steps'

interface AmountBasis {
  /** Income of exactly the people who are paid for. */
  income: GroupIncome
  standardFen: number
  /** Null while unknown: amounts by tier cannot be worked out then. */
  category: Category | null
  supplementsFen: number
}

/** A sum that is only rounded at the very end: fen × months of the look-back. */
interface Unrounded {
  fenMonths: number
  months: number
}

const upToWholeYuan = ({ fenMonths, months }: Unrounded): number => {
  const perYuan = 100 * months
  const rest = fenMonths % perYuan
  return ((fenMonths - rest) / perYuan + (rest > 0 ? 1 : 0)) * 100
}

function byGap({ income, standardFen }: AmountBasis): { sum: Unrounded; step: TraceStep } {
  const { totalFen, people, months, perCapitaFen } = income
  const fenMonths = Math.max(0, standardFen * people * months - totalFen)
  return {
    sum: { fenMonths, months },
    step: step('amount.gap', 'info', {
      inputs: [inFen('当地标准', standardFen), inFen('人均月收入', perCapitaFen), inPeople('保障人数', people)],
      outcome: inFen('月差额', sharedBy(fenMonths, months)),
    }),
  }
}

function byTier({ income }: AmountBasis, category: Category, book: ParameterBook): { sum: Unrounded; step: TraceStep } {
  const tier = book.number(PARAMETER.tier[category])
  return {
    sum: { fenMonths: tier * income.people * income.months, months: income.months },
    step: step('amount.tier', 'info', {
      inputs: [inWords('保障类别', category), inFen('档次金额', tier), inPeople('保障人数', income.people)],
      parameters: book.used(PARAMETER.tier[category]),
      outcome: inFen('分档金额', tier * income.people),
    }),
  }
}

/**
 * What is paid a month (57号 §23): gap or tier, plus supplements, at least the minimum payment, once up to the whole yuan. Null
 * while the category that the tier needs is unknown.
 */
export function monthlyAmount(basis: AmountBasis, book: ParameterBook): Reasoned<number | null> {
  const byTiers = book.text(PARAMETER.amountMode) === 'TIER'
  if (byTiers && basis.category === null) return { outcome: null, steps: [step('amount.tier', 'unknown', { parameters: book.used(PARAMETER.amountMode) })] }
  const part = byTiers && basis.category ? byTier(basis, basis.category, book) : byGap(basis)
  const { fenMonths, months } = part.sum
  const minimum = book.number(PARAMETER.minimumPayment)
  const payable = upToWholeYuan({ fenMonths: Math.max(fenMonths + basis.supplementsFen * months, minimum * months), months })
  return {
    outcome: payable,
    steps: [
      part.step,
      step('amount.payable', 'info', {
        inputs: [inFen(byTiers ? '分档金额' : '月差额', sharedBy(fenMonths, months)), inFen('分类施保合计', basis.supplementsFen), inFen('最低发放额', minimum)],
        parameters: book.used(PARAMETER.amountMode, PARAMETER.minimumPayment),
        outcome: inFen('月保障金额', payable),
      }),
    ],
  }
}
