import { formatYuan, label } from '@xishan/domain'
import {
  DEDUCTION_KIND, EVIDENCE_SOURCE, FINANCIAL_ASSET, INCOME_KIND, PROPERTY_KIND_LABELS, SUPPORT_BASIS, VEHICLE_KIND,
  type Evidence, type Finances, type IncomeItem, type PropertyItem,
} from '@xishan/social-assistance-contract'

/** One line of a family's economic circumstances, as it is read. */
export interface FinanceLine {
  memberId: string
  what: string
  amount: string
  details: string
  evidence: string
}

const evidenceOf = ({ source, date }: Evidence): string => `${label(EVIDENCE_SOURCE, source)} ${date}`
const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('，')

/** The months as a span, since most incomes are the same month by month. */
function monthsOf({ months }: IncomeItem): string {
  const sorted = months.map(({ month }) => month).toSorted()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return ''
  return first === last ? first : `${first} 至 ${last}，${sorted.length} 个月`
}

function supportOf({ supportBasis, supporter }: IncomeItem): string {
  if (!supportBasis) return ''
  const payer = supporter ? `，义务人${supporter.name}（家庭 ${supporter.householdSize} 人，月收入 ${formatYuan(supporter.householdMonthlyFen)} 元，需赡养 ${supporter.supported} 人）` : ''
  return `${label(SUPPORT_BASIS, supportBasis)}${payer}`
}

function propertyOf(item: PropertyItem): { what: string; amount: string; details: string } {
  const kind = PROPERTY_KIND_LABELS[item.kind]
  switch (item.kind) {
    case 'FINANCIAL':
      return { what: label(FINANCIAL_ASSET, item.asset), amount: `${formatYuan(item.valueFen)} 元`, details: '' }
    case 'HOME':
      return { what: kind, amount: `${item.squareMetres} 平方米`, details: item.location }
    case 'VEHICLE':
      return { what: label(VEHICLE_KIND, item.vehicle), amount: `${item.registeredYear} 年登记`, details: '' }
    case 'COMPANY':
      return { what: kind, amount: `投资 ${formatYuan(item.investedFen)} 元`, details: joined(item.name, item.active ? '正常经营' : '未经营') }
    case 'OVERSEAS_STUDY':
      return { what: kind, amount: '', details: item.selfPaid ? '自费' : '非自费' }
  }
}

export const incomeLines = ({ incomes }: Finances): FinanceLine[] =>
  incomes.map((item) => ({
    memberId: item.memberId,
    what: label(INCOME_KIND, item.kind),
    amount: item.months.length === 0 ? '' : `共 ${formatYuan(item.months.reduce((sum, { amountFen }) => sum + amountFen, 0))} 元`,
    details: joined(monthsOf(item), supportOf(item), item.description),
    evidence: evidenceOf(item.evidence),
  }))

export const deductionLines = ({ deductions }: Finances): FinanceLine[] =>
  deductions.map(({ memberId, kind, monthlyFen, description, evidence }) => ({
    memberId, what: label(DEDUCTION_KIND, kind), amount: `每月 ${formatYuan(monthlyFen)} 元`, details: description, evidence: evidenceOf(evidence),
  }))

export const propertyLines = ({ properties }: Finances): FinanceLine[] =>
  properties.map((item) => {
    const { what, amount, details } = propertyOf(item)
    return { memberId: item.memberId, what, amount, details: joined(details, item.necessity ? `必需财产豁免：${item.description}` : item.description), evidence: evidenceOf(item.evidence) }
  })
