import { addToMonth, monthRange } from '@xishan/domain'
import type { Deduction, Finances, IncomeItem, IncomeKind, PropertyItem } from '@xishan/social-assistance-contract'
import type { Draw } from './random'

/** What a member lives on, before it is put into months and evidence. Yuan a month. */
export interface Income {
  of: number
  kind: IncomeKind
  yuan: number
  /** Odd jobs bring something in some months only. */
  uneven?: boolean
  supportBasis?: IncomeItem['supportBasis']
  supporter?: IncomeItem['supporter']
  description?: string
}

export interface Means {
  incomes: Income[]
  deductions: { of: number; kind: Deduction['kind']; yuan: number; description: string }[]
  /** Deposits in yuan, per member. */
  deposits: { of: number; yuan: number }[]
  home: { of: number; squareMetres: number } | null
  twoWheeler: { of: number; year: number } | null
  /** What shuts a family out: a second thing too many. */
  excess?: { of: number; kind: 'CAR' | 'DEPOSIT' | 'HOMES' | 'COMPANY' }
}

export interface Inquiry {
  memberIds: readonly string[]
  /** When the investigators found it so. */
  seenOn: string
  lookBackTo: string
  address: string
}

const LOOK_BACK = 12
const inFen = (yuan: number): number => Math.round(yuan) * 100

const SOURCES: Partial<Record<IncomeKind, IncomeItem['evidence']['source']>> = {
  RETIREMENT_PENSION: 'MEANS_CHECK',
  CENTRAL_BASIC_PENSION: 'MEANS_CHECK',
  UNEMPLOYMENT_BENEFIT: 'MEANS_CHECK',
  DISABILITY_SUBSIDY: 'MEANS_CHECK',
  OLD_AGE_ALLOWANCE: 'DOCUMENT',
  SUPPORT: 'DOCUMENT',
  WAGES: 'HOME_VISIT',
  BUSINESS: 'NEIGHBOURS',
}

/** The same each month, or by turns more, less and nothing, with the same mean to a few yuan. */
function byMonths({ yuan, uneven }: Income, months: readonly string[], draw: Draw): IncomeItem['months'] {
  if (!uneven) return months.map((month) => ({ month, amountFen: inFen(yuan) }))
  return months.flatMap((month) => {
    const share = draw.weighted([[0, 18], [0.7, 22], [1.2, 34], [1.6, 26]] as const)
    return share === 0 ? [] : [{ month, amountFen: inFen((yuan * share) / 10) * 10 }]
  })
}

const idOf = (ids: readonly string[], nth: number): string => {
  const id = ids[nth]
  if (id === undefined) throw new RangeError(`no member ${nth}`)
  return id
}

function propertiesOf(means: Means, { memberIds, seenOn, address }: Inquiry): PropertyItem[] {
  const common = (of: number, source: 'MEANS_CHECK' | 'HOME_VISIT') => ({ memberId: idOf(memberIds, of), evidence: { source, date: seenOn }, necessity: false, description: '' })
  const deposits = means.deposits.map(({ of, yuan }): PropertyItem => ({ ...common(of, 'MEANS_CHECK'), kind: 'FINANCIAL', asset: 'DEPOSIT', valueFen: inFen(yuan) }))
  const { home, twoWheeler } = means
  return [
    ...deposits,
    ...(home ? [{ ...common(home.of, 'MEANS_CHECK'), kind: 'HOME' as const, squareMetres: home.squareMetres, location: address }] : []),
    ...(twoWheeler ? [{ ...common(twoWheeler.of, 'HOME_VISIT'), kind: 'VEHICLE' as const, vehicle: 'TWO_WHEELER' as const, registeredYear: twoWheeler.year }] : []),
    ...excessOf(means, common, address),
  ]
}

function excessOf({ excess }: Means, common: (of: number, source: 'MEANS_CHECK') => Pick<PropertyItem, 'memberId' | 'evidence' | 'necessity' | 'description'>, address: string): PropertyItem[] {
  if (!excess) return []
  const base = common(excess.of, 'MEANS_CHECK')
  if (excess.kind === 'CAR') return [{ ...base, kind: 'VEHICLE', vehicle: 'PASSENGER_CAR', registeredYear: 2021 }]
  if (excess.kind === 'DEPOSIT') return [{ ...base, kind: 'FINANCIAL', asset: 'DEPOSIT', valueFen: inFen(186_000) }]
  if (excess.kind === 'COMPANY') return [{ ...base, kind: 'COMPANY', name: '演示商贸有限公司', active: true, investedFen: inFen(200_000) }]
  return [{ ...base, kind: 'HOME', squareMetres: 96, location: `${address}（第二套）` }, { ...base, kind: 'HOME', squareMetres: 72, location: `${address}（第三套）` }]
}

/** The declared and examined circumstances as the contract's schema has them; every member was looked into. */
export function financesOf(means: Means, inquiry: Inquiry, draw: Draw): Finances {
  const { memberIds, seenOn, lookBackTo } = inquiry
  const months = monthRange(addToMonth(lookBackTo, 1 - LOOK_BACK), lookBackTo)
  return {
    lookBackTo,
    examined: memberIds.map((memberId) => ({ memberId, on: seenOn })),
    incomes: means.incomes.map((income) => ({
      memberId: idOf(memberIds, income.of),
      kind: income.kind,
      months: byMonths(income, months, draw),
      evidence: { source: SOURCES[income.kind] ?? 'DECLARED', date: seenOn },
      ...(income.supportBasis ? { supportBasis: income.supportBasis } : {}),
      ...(income.supporter ? { supporter: income.supporter } : {}),
      description: income.description ?? '',
    })),
    deductions: means.deductions.map(({ of, kind, yuan, description }) => ({ memberId: idOf(memberIds, of), kind, monthlyFen: inFen(yuan), evidence: { source: 'DOCUMENT', date: seenOn }, description })),
    properties: propertiesOf(means, inquiry),
  }
}
