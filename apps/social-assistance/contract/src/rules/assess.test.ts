import { DecisionTrace } from '@xishan/domain'
import { describe, expect, it } from 'vitest'
import type { MemberFacts } from '../households/member'
import { PARAMETER } from '../parameters/keys'
import { assess } from './assess'
import { Assessment } from './assessment'
import { aBook, aChild, aDeduction, aHousehold, aMember, aProperty, aWife, anIncome, evidenceOf, memberId } from './examples'
import { findRuleText } from './rule-texts'

const amountYuan = (members: MemberFacts[], finances: Parameters<typeof evidenceOf>[0] = {}, changed = {}): number =>
  assess(aHousehold(members), evidenceOf(finances), aBook(changed)).amountFen / 100

const old = aMember({ birthDate: '1955-09-30' })
const severelyDisabled = { disability: { category: '4', level: '2', certifiedOn: '2021-01-01' } } as const
const ill = { seriousIllness: { name: '尿毒症', provenOn: '2025-01-01' } }
const TIER = { [PARAMETER.amountMode]: 'TIER' }

describe('amount of a household', () => {
  it.each<[string, number, number]>([
    ['57号 §23 一人无收入：630', amountYuan([aMember()]), 630],
    ['57号 §23 差额 (630 − 250) × 2', amountYuan([aMember(), aWife()], { incomes: [anIncome('WAGES', 500, 2)] }), 760],
    ['57号 §13(3) 扣减后再求差额：2×630 − (800 − 200)', amountYuan([aMember(), aWife()], { incomes: [anIncome('WAGES', 800, 2)], deductions: [aDeduction('EMPLOYMENT_COST', 200, 2)] }), 660],
    ['B12 差额不足最低发放额的按 50', amountYuan([aMember()], { incomes: [anIncome('WAGES', 620)] }), 50],
    ['B12 最后一次进到整元：630 − 100.01', amountYuan([aMember()], { incomes: [anIncome('WAGES', 100.01)] }), 530],
    ['B12 先合计再进位：630 − 100.50 + 63 = 592.50', amountYuan([old], { incomes: [anIncome('RETIREMENT_PENSION', 100.5)] }), 593],
    ['B12 人均除不尽时差额不先取整：3×630 − 100.01', amountYuan([aMember(), aWife(), aWife({ id: memberId(4), relation: '5', birthDate: '1960-01-01' })], { incomes: [anIncome('WAGES', 100.01)] }), 1790],
    ['57号 §27 老年人增发 10%', amountYuan([old]), 693],
    ['B12 满 70 周岁前一天不增发', amountYuan([aMember({ birthDate: '1955-10-01' })]), 630],
    ['57号 §27 未成年人增发 10%', amountYuan([aMember(), aChild()]), 2 * 630 + 63],
    ['57号 §27 重度残疾人增发 10%', amountYuan([aMember(severelyDisabled)]), 693],
    ['57号 §27 三级肢体残疾不属重度', amountYuan([aMember({ disability: { category: '4', level: '3', certifiedOn: '2021-01-01' } })]), 630],
    ['57号 §27 重病患者增发 10%', amountYuan([aMember(ill)]), 693],
    ['参数：一人几项只取最高一项', amountYuan([{ ...old, ...severelyDisabled, ...ill }], {}, { [PARAMETER.supplement.SERIOUSLY_ILL]: 20 }), 756],
    ['57号 §23 分档：A类两人', amountYuan([aMember(), aWife()], {}, TIER), 1260],
    ['57号 §23 分档：有一名部分丧失劳动能力的为B类', amountYuan([aMember(), aWife({ labour: 'PARTIAL' })], {}, TIER), 900],
    ['57号 §23 分档：有一名有劳动能力的为C类', amountYuan([aMember(), aWife({ labour: 'FULL' })], {}, TIER), 600],
    ['规划：2016 年初标准 530', amountYuan([aMember()], {}, { [PARAMETER.standard.URBAN]: 53000 }), 530],
    ['不符合条件的为 0', amountYuan([aMember()], { incomes: [anIncome('WAGES', 630)] }), 0],
  ])('%s', (_source, actual, expected) => {
    expect(actual).toBe(expected)
  })

  it('takes the standard of the household’s own residence', () => {
    const book = aBook({ [PARAMETER.standard.RURAL]: 50000 })
    expect(assess(aHousehold([aMember()], { residence: 'RURAL' }), evidenceOf(), book).amountFen).toBe(50000)
    expect(assess(aHousehold(), evidenceOf(), book).amountFen).toBe(63000)
  })

  it('neither counts nor pays whom 57号 §7 leaves out', () => {
    const { countedMembers, amountFen } = assess(aHousehold([aMember(), aWife({ absence: 'PRISON' })]), evidenceOf({ incomes: [anIncome('WAGES', 900, 2)] }), aBook())
    expect({ countedMembers, amountFen }).toEqual({ countedMembers: 1, amountFen: 63000 })
  })
})

describe('eligibility of a household', () => {
  const result = (members: MemberFacts[], ...evidence: Parameters<typeof evidenceOf>) => assess(aHousehold(members), evidenceOf(...evidence), aBook()).result

  it.each<[string, string, string]>([
    ['649 §9 人均收入低于标准一分', result([aMember()], { incomes: [anIncome('WAGES', 629.99)] }), 'pass'],
    ['649 §9 人均收入等于标准', result([aMember()], { incomes: [anIncome('WAGES', 630)] }), 'fail'],
    ['57号 §14 财产超限', result([aMember()], { properties: [aProperty({ kind: 'VEHICLE', vehicle: 'PASSENGER_CAR', registeredYear: 2022 })] }), 'fail'],
    ['57号 §17 尚未提请核对', result([aMember()], {}, { meansCheck: null }), 'unknown'],
    ['57号 §17 核对中', result([aMember()], {}, { meansCheck: { state: 'CHECKING', concludedOn: null } }), 'unknown'],
    ['57号 §18 核对未通过', result([aMember()], {}, { meansCheck: { state: 'NOT_PASSED', concludedOn: '2025-09-20' } }), 'fail'],
    ['57号 §16 有成员未查明', result([aMember(), aWife()], {}, { people: 1 }), 'unknown'],
    ['57号 §7 成员未查明', result([aMember(), aChild({ birthDate: '2000-01-01', livesTogether: false })]), 'unknown'],
    ['劳动能力未查明', result([aMember({ labour: null })]), 'unknown'],
    ['核算期在将来', result([aMember()], { lookBackTo: '2025-10' }), 'unknown'],
    ['不符合压过未查明', result([aMember({ labour: null })], { incomes: [anIncome('WAGES', 900)] }), 'fail'],
  ])('%s', (_source, actual, expected) => {
    expect(actual).toBe(expected)
  })

  it('pays nothing while something is unknown, and shows what it would come to', () => {
    expect(assess(aHousehold(), evidenceOf({}, { meansCheck: null }), aBook())).toMatchObject({ result: 'unknown', amountFen: 0, expectedFen: 63000 })
  })

  it('works out no amount for who does not meet the conditions', () => {
    const { expectedFen, trace } = assess(aHousehold(), evidenceOf({ incomes: [anIncome('WAGES', 900)] }), aBook())
    expect(expectedFen).toBeNull()
    expect(trace.steps.filter(({ rule }) => rule.startsWith('amount'))).toEqual([])
  })

  it.each([
    ['A', { labour: 'NONE' }, 12],
    ['B', { labour: 'PARTIAL' }, 12],
    ['C', { labour: 'FULL' }, 6],
    ['C', { labour: 'NONE', employment: 'UNSTABLE' }, 6],
  ] as const)('category %s of %o is re-checked after %d months (57号 §31)', (category, facts, recheckMonths) => {
    expect(assess(aHousehold([aMember(facts)]), evidenceOf(), aBook())).toMatchObject({ category, recheckMonths })
  })
})

describe('the trace', () => {
  const { trace, ...assessment } = assess(aHousehold([old, aWife(), aChild()]), evidenceOf({ incomes: [anIncome('WAGES', 500, 2), anIncome('OLD_AGE_ALLOWANCE', 60)] }), aBook())

  it('is a valid assessment, stored and read back', () => {
    expect(Assessment.parse(JSON.parse(JSON.stringify({ ...assessment, trace })))).toEqual({ ...assessment, trace })
    expect(DecisionTrace.safeParse(trace).success).toBe(true)
  })

  it('names only rules whose wording is kept', () => {
    expect(trace.steps.filter(({ rule, version }) => !findRuleText(rule, version))).toEqual([])
  })

  it('says for each money input of evidence where it comes from and of when', () => {
    const incomes = trace.steps.filter(({ rule }) => rule === 'income.counted' || rule === 'income.not-counted')
    expect(incomes).toHaveLength(2)
    expect(incomes.every(({ inputs }) => inputs[0]?.asOf === '2025-09-10' && inputs[0].source === '入户调查')).toBe(true)
  })

  it('names the version of each parameter it used', () => {
    const used = trace.steps.flatMap(({ parameters }) => parameters.map(({ key }) => key))
    expect(used).toEqual(expect.arrayContaining([PARAMETER.standard.URBAN, PARAMETER.lookBack, PARAMETER.minimumPayment, PARAMETER.supplement.ELDERLY, PARAMETER.oldAgeAllowanceCounts]))
  })

  it('ends with the amount that is paid', () => {
    expect(trace.steps.at(-1)).toMatchObject({ rule: 'amount.payable', outcome: { value: assessment.amountFen, unit: 'fen' } })
  })
})
