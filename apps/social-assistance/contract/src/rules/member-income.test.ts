import { describe, expect, it } from 'vitest'
import { INCOME_KIND, type Deduction, type IncomeItem, type IncomeKind } from '../finances/income'
import type { MemberFacts } from '../households/member'
import { PARAMETER } from '../parameters/keys'
import { aBook, aDeduction, aMember, anIncome, evidenceOf } from './examples'
import { lookBack } from './look-back'
import { memberIncome } from './member-income'

interface Case {
  incomes?: IncomeItem[]
  deductions?: Deduction[]
  member?: MemberFacts
  book?: ReturnType<typeof aBook>
}

const monthlyYuan = ({ incomes = [], deductions = [], member = aMember(), book = aBook() }: Case): number => {
  const { finances } = evidenceOf({ incomes, deductions })
  const period = lookBack(finances, book).outcome
  return memberIncome(member, finances, { standardFen: 63000, period, book }).outcome.monthlyFen / 100
}

const COUNTED: readonly [IncomeKind, boolean, string][] = [
  ['WAGES', true, '57号 §13(1)一'],
  ['BUSINESS', true, '57号 §13(1)二'],
  ['PROPERTY', true, '57号 §13(1)三'],
  ['RETIREMENT_PENSION', true, '57号 §13(1)四'],
  ['UNEMPLOYMENT_BENEFIT', true, '57号 §13(1)四：失业保险金不属于社会救助款物'],
  ['SUPPORT', true, '57号 §13(1)四'],
  ['OTHER_TRANSFER', true, '57号 §13(1)四'],
  ['OTHER', true, '57号 §13(1)五'],
  ['PREFERENTIAL_PENSION', false, '57号 §13(2)一'],
  ['FAMILY_PLANNING_AWARD', false, '57号 §13(2)一'],
  ['SCHOLARSHIP', false, '57号 §13(2)一'],
  ['BRAVERY_AWARD', false, '57号 §13(2)一'],
  ['SOCIAL_ASSISTANCE', false, '57号 §13(2)二'],
  ['CENTRAL_BASIC_PENSION', false, '57号 §13(2)三'],
  ['DISABILITY_SUBSIDY', false, '国发〔2015〕52号'],
  ['OLD_AGE_ALLOWANCE', false, '参数（暂定）'],
]
const disabled = aMember({ disability: { category: '4', level: '3', certifiedOn: '2020-01-01' } })

describe('income of a member', () => {
  it('has a row below for every kind', () => expect(COUNTED.map(([kind]) => kind)).toEqual(INCOME_KIND.codes))

  it.each(COUNTED)('%s counts: %s (%s)', (kind, counts) => {
    expect(monthlyYuan({ incomes: [anIncome(kind, 400)] })).toBe(counts ? 400 : 0)
  })

  it.each<[string, Case, number]>([
    ['57号 §13 “十四五”期满后基础养老金计入', { incomes: [anIncome('CENTRAL_BASIC_PENSION', 103)], book: aBook({ [PARAMETER.centralBasicPensionCounts]: true }) }, 103],
    ['核算期内的月平均：只干了三个月', { incomes: [anIncome('WAGES', 0, 1, { months: ['2025-06', '2025-07', '2025-08'].map((month) => ({ month, amountFen: 200000 })) })] }, 500],
    ['核算期外的收入不计', { incomes: [anIncome('WAGES', 0, 1, { months: [{ month: '2024-08', amountFen: 999900 }, { month: '2025-09', amountFen: 999900 }] })] }, 0],
    ['57号 §13(3) 就业成本', { incomes: [anIncome('WAGES', 1000)], deductions: [aDeduction('EMPLOYMENT_COST', 150)] }, 850],
    ['参数：就业成本不超过上限', { incomes: [anIncome('WAGES', 1000)], deductions: [aDeduction('EMPLOYMENT_COST', 900)] }, 800],
    ['参数：上限按人每月计，不按笔数', { incomes: [anIncome('WAGES', 1000)], deductions: [aDeduction('EMPLOYMENT_COST', 150), aDeduction('EMPLOYMENT_COST', 150)] }, 800],
    ['57号 §13(3) 就业成本只从劳动收入中扣', { incomes: [anIncome('RETIREMENT_PENSION', 500)], deductions: [aDeduction('EMPLOYMENT_COST', 150)] }, 500],
    ['57号 §13(3) 残疾刚性支出', { incomes: [anIncome('WAGES', 1000)], deductions: [aDeduction('ILLNESS_OR_DISABILITY', 300)], member: disabled }, 700],
    ['57号 §13(3) 没有残疾或重病证明的不扣', { incomes: [anIncome('WAGES', 1000)], deductions: [aDeduction('ILLNESS_OR_DISABILITY', 300)] }, 1000],
    ['B12 扣减以本人收入为限', { incomes: [anIncome('WAGES', 100)], deductions: [aDeduction('ILLNESS_OR_DISABILITY', 400)], member: disabled }, 0],
    ['B12 两项扣减合计也以本人收入为限', { incomes: [anIncome('WAGES', 100)], deductions: [aDeduction('EMPLOYMENT_COST', 80), aDeduction('ILLNESS_OR_DISABILITY', 400)], member: disabled }, 0],
    ['B12 他人承担的支出不从本人扣', { incomes: [anIncome('WAGES', 1000)], deductions: [aDeduction('EMPLOYMENT_COST', 150, 2)] }, 1000],
    [
      '参数：公式推算赡养费 (5000 − 2×630×2) × 50% ÷ 2',
      { incomes: [anIncome('SUPPORT', 0, 1, { supportBasis: 'FORMULA', supporter: { name: '王强', householdMonthlyFen: 500000, householdSize: 2, supported: 2 } })] },
      620,
    ],
    [
      '参数：义务人家庭收入在保留额以内的不推算',
      { incomes: [anIncome('SUPPORT', 300, 1, { supportBasis: 'FORMULA', supporter: { name: '王强', householdMonthlyFen: 200000, householdSize: 2, supported: 1 } })] },
      0,
    ],
    ['协议约定的赡养费按约定', { incomes: [anIncome('SUPPORT', 300, 1, { supportBasis: 'AGREED' })] }, 300],
  ])('%s', (_source, given, yuan) => {
    expect(monthlyYuan(given)).toBe(yuan)
  })

  it('names for every uncounted income the law that exempts it', () => {
    const { finances } = evidenceOf({ incomes: [anIncome('DISABILITY_SUBSIDY', 80)] })
    const { steps } = memberIncome(aMember(), finances, { standardFen: 63000, period: lookBack(finances, aBook()).outcome, book: aBook() })
    expect(steps[0]).toMatchObject({ rule: 'income.not-counted', inputs: [{ asOf: '2025-09-10', source: '入户调查' }, { value: '国发〔2015〕52号' }], outcome: { value: 0 } })
  })
})
