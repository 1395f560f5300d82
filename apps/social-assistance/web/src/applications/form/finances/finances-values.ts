import { addToMonth, monthOf, monthRange } from '@xishan/domain'
import { FinancesInput, type ApplicationDetail, type PropertyKind } from '@xishan/social-assistance-contract'
import type { Draft } from '@xishan/web-kit'
import type { z } from 'zod'

const { examined, incomes, deductions, properties } = FinancesInput.shape

/** The sheet as the page fills it in: its lists are always there. */
export const FinancesForm = FinancesInput.extend({
  examined: examined.unwrap(),
  incomes: incomes.unwrap(),
  deductions: deductions.unwrap(),
  properties: properties.unwrap(),
})

export type FinancesValues = Draft<z.input<typeof FinancesForm>>
export type IncomeValues = FinancesValues['incomes'][number]
export type DeductionValues = FinancesValues['deductions'][number]
export type PropertyValues = FinancesValues['properties'][number]
export type EvidenceValues = IncomeValues['evidence']
export type MonthAmount = IncomeValues['months'][number]

/** The finances as they stand; begun with the last full month as the end of the look-back. */
export const financesOf = ({ version, finances }: Pick<ApplicationDetail, 'version' | 'finances'>, today: string): FinancesValues =>
  finances ? { ...finances, version } : { version, lookBackTo: addToMonth(monthOf(today), -1), examined: [], incomes: [], deductions: [], properties: [] }

/** The months over which income is averaged, oldest first; none while the last one is not a month. */
export const lookBackMonths = (to: string | null | undefined, count: number): string[] => (to && /^\d{4}-(0[1-9]|1[0-2])$/.test(to) ? monthRange(addToMonth(to, 1 - count), to) : [])

const declared = (today: string): EvidenceValues => ({ source: 'DECLARED', date: today })

export const blankIncome = (memberId: string, today: string): IncomeValues => ({ memberId, kind: undefined, months: [], evidence: declared(today), supportBasis: undefined, supporter: undefined, description: '' })
export const blankDeduction = (memberId: string, today: string): DeductionValues => ({ memberId, kind: undefined, monthlyFen: undefined, evidence: declared(today), description: '' })

/** A property of a kind; what all kinds have in common goes over from the one it replaces. */
export function blankProperty(kind: PropertyKind, { memberId, evidence, necessity, description }: Pick<PropertyValues, 'memberId' | 'evidence' | 'necessity' | 'description'>): PropertyValues {
  const common = { memberId, evidence, necessity, description }
  switch (kind) {
    case 'FINANCIAL':
      return { ...common, kind, asset: undefined, valueFen: undefined }
    case 'HOME':
      return { ...common, kind, squareMetres: undefined, location: '' }
    case 'VEHICLE':
      return { ...common, kind, vehicle: undefined, registeredYear: undefined }
    case 'COMPANY':
      return { ...common, kind, name: '', active: undefined, investedFen: undefined }
    case 'OVERSEAS_STUDY':
      return { ...common, kind, selfPaid: undefined }
  }
}
export const newProperty = (memberId: string, today: string): PropertyValues => blankProperty('FINANCIAL', { memberId, evidence: declared(today), necessity: false, description: '' })

/** The amount that every month of the look-back brought; null when they differ or nothing was entered. */
export function evenAmount(amounts: readonly MonthAmount[], months: readonly string[]): number | null {
  const [first] = amounts
  const even = amounts.length === months.length && months.every((month) => amounts.some((entry) => entry.month === month && entry.amountFen === first?.amountFen))
  return even ? (first?.amountFen ?? null) : null
}

export const evenly = (amountFen: number | null | undefined, months: readonly string[]): MonthAmount[] => (amountFen == null ? [] : months.map((month) => ({ month, amountFen })))

/** The months with one of them changed: a month without an amount is left out. */
export const withMonth = (amounts: readonly MonthAmount[], month: string, amountFen: number | null | undefined): MonthAmount[] =>
  [...amounts.filter((entry) => entry.month !== month), ...(amountFen == null ? [] : [{ month, amountFen }])].sort((a, b) => ((a.month ?? '') < (b.month ?? '') ? -1 : 1))

export const sumOf = (amounts: readonly MonthAmount[]): number => amounts.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0)

/** When a member's circumstances were looked into; clearing it takes the statement back. */
export const examinedOn = (values: FinancesValues, memberId: string): string => values.examined.find((entry) => entry.memberId === memberId)?.on ?? ''
export function setExamined(values: FinancesValues, memberId: string, on: string | null | undefined): void {
  values.examined = [...values.examined.filter((entry) => entry.memberId !== memberId), ...(on ? [{ memberId, on }] : [])]
}

/** Items of people who have left the sheet go with them. */
export function dropOthers(values: FinancesValues, memberIds: readonly string[]): void {
  const stays = ({ memberId }: { memberId: string | null | undefined }) => memberIds.includes(memberId ?? '')
  for (const kind of ['examined', 'incomes', 'deductions', 'properties'] as const) if (!values[kind].every(stays)) Object.assign(values, { [kind]: values[kind].filter(stays) })
}
