import { ParameterBook, monthRange, type ParameterVersion } from '@xishan/domain'
import type { Deduction, IncomeItem, IncomeKind } from '../finances/income'
import type { PropertyItem } from '../finances/property'
import type { MemberFacts } from '../households/member'
import { PARAMETER } from '../parameters/keys'
import type { AssessedHousehold, AssessmentEvidence } from './subject'

/** Builders for tests of the rules; the figures are the specification's defaults. */
export const TODAY = '2025-09-30'
const LOOK_BACK_TO = '2025-08'
const SEEN = { source: 'HOME_VISIT', date: '2025-09-10' } as const

const DEFAULTS: Readonly<Record<string, ParameterVersion['value']>> = {
  [PARAMETER.standard.URBAN]: 63000,
  [PARAMETER.standard.RURAL]: 63000,
  [PARAMETER.amountMode]: 'GAP',
  [PARAMETER.minimumPayment]: 5000,
  [PARAMETER.tier.A]: 63000,
  [PARAMETER.tier.B]: 45000,
  [PARAMETER.tier.C]: 30000,
  [PARAMETER.supplement.ELDERLY]: 10,
  [PARAMETER.supplement.MINOR]: 10,
  [PARAMETER.supplement.SEVERELY_DISABLED]: 10,
  [PARAMETER.supplement.SERIOUSLY_ILL]: 10,
  [PARAMETER.elderlyAge]: 70,
  [PARAMETER.minorAge]: 18,
  [PARAMETER.lookBack]: 12,
  [PARAMETER.centralBasicPensionCounts]: false,
  [PARAMETER.oldAgeAllowanceCounts]: false,
  [PARAMETER.employmentCostCap]: 20000,
  [PARAMETER.illnessOrDisabilityCap]: 50000,
  [PARAMETER.supportThreshold]: 2,
  [PARAMETER.supportShare]: 50,
  [PARAMETER.financialMultiple]: 24,
  [PARAMETER.homes]: 1,
  [PARAMETER.smallHomes]: 2,
  [PARAMETER.smallHomeArea]: 50,
  [PARAMETER.workingVehicleAge]: 8,
  [PARAMETER.investmentLimit]: 5_000_000,
  [PARAMETER.marginalMultiple]: 1.5,
  [PARAMETER.clergyYears]: 3,
  [PARAMETER.joblessDisabledNeedsMarginalFamily]: false,
  [PARAMETER.recheck.A]: 12,
  [PARAMETER.recheck.B]: 12,
  [PARAMETER.recheck.C]: 6,
}

/** A book of the defaults, some of them changed, on a date. */
export const aBook = (changed: Readonly<Record<string, ParameterVersion['value']>> = {}, on = TODAY): ParameterBook =>
  new ParameterBook(
    Object.entries({ ...DEFAULTS, ...changed }).map(([key, value]) => ({
      key, value, version: 1, unit: 'count', effectiveFrom: '2016-01-01', effectiveTo: null, sourceMark: 'assumption', source: '', title: key, note: '',
    })),
    on,
  )

/** The n-th member of a household; the first is its head: a man of 45 without labour capability and income. */
export const memberId = (nth: number): string => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`

export const aMember = (facts: Partial<MemberFacts> = {}): MemberFacts => ({
  id: memberId(1),
  name: '王大明',
  relation: '0',
  sex: '1',
  birthDate: '1980-03-15',
  ethnicity: '01',
  maritalStatus: '20',
  health: '1',
  disability: null,
  seriousIllness: null,
  labour: 'NONE',
  employment: 'JOBLESS',
  study: 'NONE',
  fullTimeStudy: false,
  selfSupporting: null,
  livesTogether: true,
  legalDuty: null,
  absence: 'NONE',
  worshipSince: null,
  staffRelative: null,
  note: '',
  ...facts,
})

export const aWife = (facts: Partial<MemberFacts> = {}): MemberFacts => aMember({ id: memberId(2), name: '李桂英', relation: '1', sex: '2', birthDate: '1982-07-01', ...facts })
export const aChild = (facts: Partial<MemberFacts> = {}): MemberFacts => aMember({ id: memberId(3), name: '王小明', relation: '2', birthDate: '2015-05-20', labour: null, employment: 'OUTSIDE', ...facts })

export const aHousehold = (members: readonly MemberFacts[] = [aMember()], entry: Partial<AssessedHousehold> = {}): AssessedHousehold => ({
  residence: 'URBAN', entry: 'HOUSEHOLD', singleMemberId: null, members, ...entry,
})

/** An income of the same amount in each month of the look-back. Yuan a month. */
export const anIncome = (kind: IncomeKind, yuan: number, of = 1, more: Partial<IncomeItem> = {}): IncomeItem => ({
  memberId: memberId(of),
  kind,
  months: monthRange('2024-09', LOOK_BACK_TO).map((month) => ({ month, amountFen: Math.round(yuan * 100) })),
  evidence: SEEN,
  description: '',
  ...more,
})

export const aDeduction = (kind: Deduction['kind'], yuan: number, of = 1): Deduction => ({ memberId: memberId(of), kind, monthlyFen: yuan * 100, evidence: SEEN, description: '' })

type Owned<T> = T extends PropertyItem ? Omit<T, 'memberId' | 'evidence' | 'necessity' | 'description'> & Partial<PropertyItem> : never
export const aProperty = (item: Owned<PropertyItem>): PropertyItem => ({ memberId: memberId(1), evidence: SEEN, necessity: false, description: '', ...item })

/** Evidence about the first `people` members, all looked into, with a passed check. */
export const evidenceOf = (
  finances: Partial<AssessmentEvidence['finances']> = {},
  { people = 5, meansCheck = { state: 'PASSED', concludedOn: '2025-09-20' } }: { people?: number; meansCheck?: AssessmentEvidence['meansCheck'] } = {},
): AssessmentEvidence => ({
  finances: {
    lookBackTo: LOOK_BACK_TO,
    examined: Array.from({ length: people }, (_, at) => ({ memberId: memberId(at + 1), on: SEEN.date })),
    incomes: [],
    deductions: [],
    properties: [],
    ...finances,
  },
  meansCheck,
})
