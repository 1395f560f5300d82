import { ParameterBook, type ParameterVersion } from '@xishan/domain'
import { PARAMETER } from '@xishan/social-assistance-contract'
import { describe, expect, it } from 'vitest'
import { blankIncome, evenly, financesOf, lookBackMonths, newProperty, setExamined, type FinancesValues } from '../finances/finances-values'
import { blankMember, type HouseholdValues, type MemberValues } from '../household/household-values'
import { estimate } from './estimate'
import { amountShown, openQuestions } from './estimate-words'

const TODAY = '2025-09-30'
const { standard, tier, supplement, recheck, ...others } = PARAMETER
const VALUES: Readonly<Record<string, ParameterVersion['value']>> = {
  ...Object.fromEntries(Object.values(others).map((key) => [key, 0])),
  ...Object.fromEntries(Object.values({ ...tier, ...supplement }).map((key) => [key, 10])),
  ...Object.fromEntries(Object.values(recheck).map((key) => [key, 12])),
  [standard.URBAN]: 63000,
  [standard.RURAL]: 50000,
  [PARAMETER.amountMode]: 'GAP',
  [PARAMETER.minorAge]: 18,
  [PARAMETER.elderlyAge]: 70,
  [PARAMETER.lookBack]: 12,
  [PARAMETER.homes]: 1,
  [PARAMETER.financialMultiple]: 24,
}
const book = new ParameterBook(
  Object.entries(VALUES).map(([key, value]) => ({ key, value, version: 1, unit: 'count', effectiveFrom: '2016-01-01', effectiveTo: null, sourceMark: 'assumption', source: '', title: key, note: '' })),
  TODAY,
)

const aMember = (changed: Partial<MemberValues> = {}): MemberValues => ({
  ...blankMember(), name: '王大明', relation: '0', sex: '1', birthDate: '1980-03-15', labour: 'NONE', employment: 'JOBLESS', document: undefined, ...changed,
})
const aHousehold = (members: MemberValues[], changed: Partial<HouseholdValues> = {}): HouseholdValues => ({
  version: 1, divisionCode: '530112001001', hukouDivisionCode: '530112001', residence: 'URBAN', address: '', phone: undefined, members, account: undefined, ...changed,
})
function lookedInto(members: readonly MemberValues[], change: (finances: FinancesValues) => void = () => undefined): FinancesValues {
  const finances = financesOf({ version: 1, finances: null }, TODAY)
  for (const { id } of members) setExamined(finances, id ?? '', '2025-09-20')
  change(finances)
  return finances
}
const PASSED = { id: '', version: 1, state: 'PASSED', requestedOn: TODAY, concludedOn: TODAY, toldOn: null, conclusion: '' } as const
const WHOLE = { entry: 'HOUSEHOLD', singleMemberId: null } as const
const of = (household: HouseholdValues, finances: FinancesValues, meansCheck: typeof PASSED | null = PASSED) => estimate({ household, finances, entry: WHOLE, meansCheck, book })

describe('the estimate', () => {
  const head = aMember()
  it('is the amount of the rules', () => {
    const { assessment, unfinished } = of(aHousehold([head]), lookedInto([head]))
    expect(unfinished).toEqual([])
    expect(assessment).toMatchObject({ result: 'pass', amountFen: 63000, countedMembers: 1 })
    expect(assessment && amountShown(assessment)).toEqual({ title: '月保障金额', fen: 63000 })
  })

  it('follows an income as it is typed', () => {
    const finances = lookedInto([head], (values) => {
      values.incomes.push({ ...blankIncome(head.id ?? '', TODAY), kind: 'WAGES', months: evenly(20000, lookBackMonths('2025-08', 12)) })
    })
    expect(of(aHousehold([head]), finances).assessment).toMatchObject({ result: 'pass', perCapitaFen: 20000, amountFen: 43000 })
  })

  it('does not count what is unfinished, and says so', () => {
    const wife = aMember({ name: '李桂英', relation: '1', birthDate: '' })
    const finances = lookedInto([head], (values) => values.incomes.push(blankIncome(head.id ?? '', TODAY)) && values.properties.push(newProperty(wife.id ?? '', TODAY)))
    const { assessment, unfinished } = of(aHousehold([head, wife]), finances)
    expect(unfinished).toEqual(['李桂英的基本情况', '王大明的一项收入', '李桂英的一项财产'])
    expect(assessment?.countedMembers).toBe(1)
  })

  it('shows what may be expected while the check is open', () => {
    const { assessment } = of(aHousehold([head]), lookedInto([head]), null)
    expect(assessment).toMatchObject({ result: 'unknown', amountFen: 0, expectedFen: 63000 })
    expect(assessment && amountShown(assessment)).toEqual({ title: '如查明属实，预计每月', fen: 63000 })
    expect(assessment && openQuestions(assessment.trace).map(({ words }) => words)).toEqual(['家庭经济状况信息核对：尚未提请核对'])
  })

  it('waits for the kind of standard and for the first member', () => {
    expect(of(aHousehold([head], { residence: undefined }), lookedInto([head])).assessment).toBeNull()
    expect(of(aHousehold([aMember({ name: '' })]), lookedInto([])).assessment).toBeNull()
  })

  it('puts failures before what is unknown', () => {
    const finances = lookedInto([head], (values) => {
      values.incomes.push({ ...blankIncome(head.id ?? '', TODAY), kind: 'WAGES', months: evenly(500000, lookBackMonths('2025-08', 12)) })
    })
    const { assessment } = of(aHousehold([head]), finances, null)
    expect(assessment && openQuestions(assessment.trace).map(({ result }) => result)).toEqual(['fail', 'unknown'])
    expect(assessment && amountShown(assessment)).toBeNull()
  })
})
