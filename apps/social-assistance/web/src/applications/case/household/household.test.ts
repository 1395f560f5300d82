import { applicationLifecycle, type Finances } from '@xishan/social-assistance-contract'
import { handledNumber } from '@xishan/web-kit/pages/cases'
import { describe, expect, it } from 'vitest'
import { aCase, aMember, HEAD_ID } from '../testing/a-case'
import { deductionLines, incomeLines, propertyLines } from './finance-lines'
import { memberFacts } from './member-facts'

describe('the facts of a member', () => {
  const titles = (...changed: Parameters<typeof aMember>) => memberFacts(aMember(...changed), '2025-09-30').map(({ title }) => title)

  it('leave out what is ordinary', () => expect(titles()).toEqual(['年龄', '劳动能力', '就业状况']))
  it('say what has not been looked into', () => {
    expect(memberFacts(aMember({ labour: null }), '2025-09-30')).toContainEqual({ title: '劳动能力', text: '未查明' })
  })
  it('show age, disability and study in words', () => {
    const facts = memberFacts(aMember({ birthDate: '2012-05-20', disability: { category: '4', level: '2', certifiedOn: '2020-01-01' }, study: 'COMPULSORY', fullTimeStudy: true }), '2025-09-30')
    expect(facts).toContainEqual({ title: '年龄', text: '13 周岁（2012-05-20）' })
    expect(facts).toContainEqual({ title: '残疾', text: '肢体残疾 二级（2020-01-01 发证）' })
    expect(facts).toContainEqual({ title: '在校情况', text: '义务教育，全日制' })
  })
})

describe('the lines of the finances', () => {
  const evidence = { source: 'HOME_VISIT', date: '2025-09-29' } as const
  const own = { memberId: HEAD_ID, evidence, description: '' }
  const finances = (changed: Partial<Finances>): Finances => ({ lookBackTo: '2025-08', examined: [], incomes: [], deductions: [], properties: [], ...changed })

  it('sum an income over its months', () => {
    const months = ['2025-08', '2025-06', '2025-07'].map((month) => ({ month, amountFen: 120000 }))
    expect(incomeLines(finances({ incomes: [{ ...own, kind: 'WAGES', months, description: '环卫' }] }))).toEqual([
      { memberId: HEAD_ID, what: '工资性收入', amount: '共 3,600.00 元', details: '2025-06 至 2025-08，3 个月，环卫', evidence: '入户调查 2025-09-29' },
    ])
  })
  it('say by whom maintenance is due', () => {
    const supporter = { name: '王强', householdMonthlyFen: 500000, householdSize: 3, supported: 2 }
    const [line] = incomeLines(finances({ incomes: [{ ...own, kind: 'SUPPORT', months: [], supportBasis: 'FORMULA', supporter }] }))
    expect(line).toMatchObject({ amount: '', details: '按公式推算，义务人王强（家庭 3 人，月收入 5,000.00 元，需赡养 2 人）' })
  })
  it('name a deduction and an exempt property with its reason', () => {
    expect(deductionLines(finances({ deductions: [{ ...own, kind: 'EMPLOYMENT_COST', monthlyFen: 10000 }] }))[0]).toMatchObject({ what: '必要的就业成本', amount: '每月 100.00 元' })
    const [car] = propertyLines(finances({ properties: [{ ...own, kind: 'VEHICLE', vehicle: 'WORKING_VEHICLE', registeredYear: 2012, necessity: true, description: '运菜谋生' }] }))
    expect(car).toMatchObject({ what: '生产经营用机动车', amount: '2012 年登记', details: '必需财产豁免：运菜谋生' })
  })
})

it('who has the open case on the desk names it as the reason to look', () => {
  expect(handledNumber(applicationLifecycle, aCase({ state: 'OPINION' }), ['ST_REVIEWER'])).toBe('XS-SA-2025-000003')
  expect(handledNumber(applicationLifecycle, aCase({ state: 'OPINION' }), ['ST_CLERK'])).toBeUndefined()
  expect(handledNumber(applicationLifecycle, aCase({ state: 'CONFIRMED' }), ['BU_APPROVER'])).toBeUndefined()
})
