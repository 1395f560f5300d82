import { firstDayOf, monthRange, type ParameterVersion } from '@xishan/domain'
import { PARAMETER, type AssessedHousehold, type AssessmentEvidence, type MemberFacts } from '@xishan/social-assistance-contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parameterVersions } from '../../testing/parameter-values'
import { effectiveMonth, versionsWith, versionsWithout } from './effective-month'
import { ChangeOfStandard, planChange, type HistoryRow, type PaidBenefit } from './plan-change'

const KEY = PARAMETER.standard.URBAN
const before = parameterVersions()
const raised = (value: number, from: string, versions: readonly ParameterVersion[] = before) => versionsWith(versions, { key: KEY, value, effectiveFrom: firstDayOf(from) })
const change = (value: number, from: string, open: string) => new ChangeOfStandard(from, open, before, raised(value, from))

const ID = '00000000-0000-4000-8000-000000000001'
const man: MemberFacts = {
  id: ID, name: '王大明', relation: '0', sex: '1', birthDate: '1980-03-15', ethnicity: '01', maritalStatus: '20', health: '1', disability: null, seriousIllness: null, labour: 'NONE', employment: 'JOBLESS',
  study: 'NONE', fullTimeStudy: false, selfSupporting: null, livesTogether: true, legalDuty: null, absence: 'NONE', worshipSince: null, staffRelative: null, note: '',
}
const SEEN = { source: 'HOME_VISIT', date: '2025-03-01' } as const
/** One man who earns so much a month. */
const facts = (wagesFen: number): AssessedHousehold & AssessmentEvidence => ({
  residence: 'URBAN', entry: 'HOUSEHOLD', singleMemberId: null, members: [man], meansCheck: { state: 'PASSED', concludedOn: '2025-03-10' },
  finances: {
    lookBackTo: '2025-02', examined: [{ memberId: ID, on: '2025-03-01' }], deductions: [], properties: [],
    incomes: wagesFen === 0 ? [] : [{ memberId: ID, kind: 'WAGES', description: '', evidence: SEEN, months: monthRange('2024-03', '2025-02').map((month) => ({ month, amountFen: wagesFen })) }],
  },
})
const row = (amountFen: number, more: Partial<HistoryRow> = {}): HistoryRow => {
  const fromMonth = more.fromMonth ?? '2025-04'
  return { sequence: 1, fromMonth, countsFrom: fromMonth, amountFen, memberCount: 1, facts: facts(63000 - amountFen), ...more }
}
const benefit = (history: HistoryRow[], more: Partial<PaidBenefit> = {}): PaidBenefit => ({
  id: ID, householdId: ID, divisionCode: '530112001001', residence: 'URBAN', category: 'A', fromMonth: '2025-04', toMonth: null, frozenFrom: null, heldMonths: [], history, ...more,
})
const told = ({ amounts, arrears, result }: ReturnType<typeof planChange>) => ({ result, amounts: amounts.map(({ month, beforeFen, afterFen }) => [month, beforeFen, afterFen]), arrears: arrears.map(({ month, amountFen }) => [month, amountFen]) })

describe('a new standard', () => {
  it.each([
    ['from a month to come: the gap grows by what it rose', change(70000, '2025-11', '2025-10'), { result: 'RULES', amounts: [['2025-11', 30000, 37000]], arrears: [] }],
    ['from the open month', change(70000, '2025-10', '2025-10'), { result: 'RULES', amounts: [['2025-10', 30000, 37000]], arrears: [] }],
    [
      'from two months that are closed: arrears for each, the history as it was',
      change(70000, '2025-08', '2025-10'),
      { result: 'RULES', amounts: [['2025-08', 30000, 37000]], arrears: [['2025-08', 7000], ['2025-09', 7000]] },
    ],
    ['from before the household was in pay', change(70000, '2025-01', '2025-05'), { result: 'RULES', amounts: [['2025-04', 30000, 37000]], arrears: [['2025-04', 7000]] }],
    ['lower: from the first open month on, never backwards', change(60000, '2025-08', '2025-10'), { result: 'RULES', amounts: [['2025-10', 30000, 27000]], arrears: [] }],
  ])('%s', (_, of, expected) => expect(told(planChange(benefit([row(30000)]), of))).toEqual(expected))

  it('of the towns is none of the country’s', () => {
    const rural = benefit([row(30000, { facts: { ...facts(33000), residence: 'RURAL' } })], { residence: 'RURAL' })
    expect(told(planChange(rural, change(70000, '2025-08', '2025-10')))).toEqual({ result: 'UNAFFECTED', amounts: [], arrears: [] })
  })

  it('lets a household known by a roster alone have what it rose by for each person, and says so', () => {
    const plan = planChange(benefit([row(90000, { facts: null, memberCount: 2 })]), change(70000, '2025-09', '2025-10'))
    expect(told(plan)).toEqual({ result: 'ROSTER', amounts: [['2025-09', 90000, 104000]], arrears: [['2025-09', 14000]] })
    expect(plan.amounts[0]?.assessment.trace.steps).toMatchObject([{ rule: 'amount.roster', outcome: { value: 104000 } }])
  })

  it('keeps the amount of a household that the rules no longer find entitled, for somebody to look', () => {
    const poor = benefit([row(30000, { facts: { ...facts(33000), meansCheck: { state: 'NOT_PASSED', concludedOn: '2025-03-10' } } })])
    expect(told(planChange(poor, change(70000, '2025-08', '2025-10')))).toEqual({ result: 'KEPT', amounts: [], arrears: [] })
  })

  it('leaves the months of a gradual exit at the last amount (83号)', () => {
    expect(told(planChange(benefit([row(30000)], { toMonth: '2026-02', frozenFrom: '2025-09' }), change(70000, '2025-08', '2025-10')))).toMatchObject({ arrears: [['2025-08', 7000]] })
    expect(told(planChange(benefit([row(30000)], { toMonth: '2026-02', frozenFrom: '2025-04' }), change(70000, '2025-08', '2025-10')))).toEqual({ result: 'EXITING', amounts: [], arrears: [] })
  })

  it('pays a household that has left its arrears up to its last month', () => {
    expect(told(planChange(benefit([row(30000)], { toMonth: '2025-08' }), change(70000, '2025-07', '2025-10')))).toMatchObject({ arrears: [['2025-07', 7000], ['2025-08', 7000]] })
  })

  it('leaves what a hold keeps back for its end', () => {
    expect(told(planChange(benefit([row(30000)], { heldMonths: ['2025-09'] }), change(70000, '2025-08', '2025-10'))).arrears).toEqual([['2025-08', 7000]])
  })

  it('goes by the circumstances of each month, and does not undo a change that is to come', () => {
    const history = [row(30000), row(20000, { sequence: 2, fromMonth: '2025-10', countsFrom: '2025-09' }), row(10000, { sequence: 3, fromMonth: '2025-12' })]
    expect(told(planChange(benefit(history), change(70000, '2025-08', '2025-11')))).toEqual({
      result: 'RULES',
      amounts: [['2025-08', 30000, 37000], ['2025-09', 20000, 27000], ['2025-12', 10000, 17000]],
      arrears: [['2025-08', 7000], ['2025-09', 7000], ['2025-10', 7000]],
    })
  })
})

describe('the months of a version', () => {
  it.each([['2025-07-01', '2025-07'], ['2025-07-02', '2025-08'], ['2025-12-31', '2026-01']])('from %s on: %s', (day, month) => expect(effectiveMonth(day)).toBe(month))

  it('a version more and a version less give the same versions', () => {
    const months = monthRange('2023-01', '2025-12')
    fc.assert(
      fc.property(fc.array(fc.record({ month: fc.constantFrom(...months), value: fc.integer({ min: 1, max: 99999 }) }), { maxLength: 5 }), fc.constantFrom(...months), (earlier, month) => {
        const versions = earlier.reduce((all, each) => raised(each.value, each.month, all), before)
        const more = raised(77777, month, versions)
        const added = more.find(({ key, version }) => key === KEY && !versions.some((each) => each.key === KEY && each.version === version))
        expect(added?.value).toBe(77777)
        const ordered = (all: readonly ParameterVersion[]) => all.filter(({ key, effectiveFrom, effectiveTo }) => key === KEY && effectiveFrom !== effectiveTo).map(({ version, effectiveFrom, effectiveTo }) => [version, effectiveFrom, effectiveTo]).toSorted((a, b) => Number(a[0]) - Number(b[0]))
        expect(ordered(versionsWithout(more, { key: KEY, version: added?.version ?? 0 }))).toEqual(ordered(versions))
      }),
    )
  })
})

describe('whatever the months and the amounts', () => {
  it('closed months are never lowered, every open one is worth the new amount, and arrears are what the months fall short of', () => {
    const months = monthRange('2024-10', '2025-12')
    fc.assert(
      fc.property(fc.constantFrom(...months), fc.constantFrom(...months), fc.integer({ min: 400, max: 1000 }), fc.integer({ min: 1, max: 63 }), fc.integer({ min: 1, max: 6 }), (month, open, standard, gap, people) => {
        const amountFen = gap * 1000
        const plan = planChange(benefit([row(amountFen, { facts: null, memberCount: people })], { fromMonth: '2024-12' }), change(standard * 100, month, open))
        const due = Math.max(0, amountFen + (standard * 100 - 63000) * people, 5000)
        const start = [month, '2025-04'].sort()[1] ?? month
        const closed = start < open ? monthRange(start, open).slice(0, -1) : []
        expect(plan.arrears).toEqual(due > amountFen ? closed.map((each) => ({ month: each, amountFen: due - amountFen })) : [])
        const first = plan.amounts[0]
        if (due === amountFen) expect(plan.amounts).toEqual([])
        else expect([first?.afterFen, first?.month]).toEqual([due, due > amountFen ? start : start > open ? start : open])
      }),
    )
  })
})
