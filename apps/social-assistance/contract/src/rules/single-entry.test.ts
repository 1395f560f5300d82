import { describe, expect, it } from 'vitest'
import type { MemberFacts } from '../households/member'
import { PARAMETER } from '../parameters/keys'
import { assess } from './assess'
import { aBook, aHousehold, aMember, aProperty, aWife, anIncome, evidenceOf, memberId } from './examples'

const severe = { disability: { category: '4', level: '2', certifiedOn: '2021-01-01' }, labour: 'PARTIAL', employment: 'STEADY' } as const
const mind3 = { disability: { category: '6', level: '3', certifiedOn: '2021-01-01' } } as const
const limb3 = { disability: { category: '4', level: '3', certifiedOn: '2021-01-01' } } as const
const ill = { seriousIllness: { name: '恶性肿瘤', provenOn: '2025-01-01' } }
const clergy = { absence: 'CLERGY_AWAY', worshipSince: '2022-09-30' } as const

/** The wife enters alone; `familyYuan` is what the head earns a month. */
const alone = (wife: Partial<MemberFacts>, familyYuan: number, ownYuan = 0, changed = {}, more: Parameters<typeof evidenceOf>[0] = {}) =>
  assess(
    aHousehold([aMember(), aWife(wife)], { entry: 'SINGLE', singleMemberId: memberId(2) }),
    evidenceOf({ incomes: [anIncome('WAGES', familyYuan, 1), anIncome('WAGES', ownYuan, 2)], ...more }),
    aBook(changed),
  )
const yuan = ({ amountFen }: { amountFen: number }) => amountFen / 100

describe('single-person entry (57号 §8; 83号)', () => {
  it.each<[string, ReturnType<typeof alone>, string, number]>([
    ['§8(1)一 边缘家庭中的二级重度残疾人', alone(severe, 1800), 'pass', 693],
    ['§8(1)一 人均收入等于 1.5 倍标准的不是边缘家庭', alone(severe, 1890), 'fail', 0],
    ['§8(1)一 人均收入低于 1.5 倍标准', alone(severe, 1889.99), 'pass', 693],
    ['§8(1)一 三级精神残疾人', alone(mind3, 1800), 'pass', 630],
    ['§8(1)一 三级肢体残疾人不在其列', alone(limb3, 1800), 'fail', 0],
    ['§8(1)二 边缘家庭中的重病患者', alone(ill, 1800), 'pass', 693],
    ['§8(1)三 在宗教场所居住满三年的教职人员，不看家庭', alone(clergy, 9000), 'pass', 630],
    ['§8(1)三 差一天不满三年', alone({ ...clergy, worshipSince: '2022-10-01' }, 9000), 'fail', 0],
    ['83号 成年无业重度残疾人，不看家庭', alone({ ...severe, employment: 'JOBLESS' }, 9000), 'pass', 693],
    ['83号 参数改为须是边缘家庭成员', alone({ ...severe, employment: 'JOBLESS' }, 9000, 0, { [PARAMETER.joblessDisabledNeedsMarginalFamily]: true }), 'fail', 0],
    ['83号 未成年的不适用', alone({ ...severe, employment: 'JOBLESS', birthDate: '2010-01-01', relation: '3' }, 9000), 'fail', 0],
    ['没有可以单独申请的情形', alone({}, 1800), 'fail', 0],
    ['B1 金额为标准减本人收入，另加分类施保', alone(severe, 1000, 200), 'pass', 493],
    ['B1 本人收入不低于标准', alone(severe, 1000, 630), 'fail', 0],
    [
      '§8(2) 边缘家庭还须财产符合规定',
      alone(severe, 1800, 0, {}, { properties: [aProperty({ kind: 'VEHICLE', vehicle: 'PASSENGER_CAR', registeredYear: 2022 })] }),
      'fail',
      0,
    ],
  ])('%s', (_article, assessment, result, amount) => {
    expect([assessment.result, yuan(assessment)]).toEqual([result, amount])
  })

  it('covers the entrant only', () => {
    expect(alone(severe, 1800)).toMatchObject({ coveredMembers: 1, perMember: [{ covered: false }, { covered: true }] })
  })

  it('does not ask who belongs to the family where the family does not matter', () => {
    const brother = aMember({ id: memberId(4), relation: '7', legalDuty: null })
    const household = aHousehold([aMember(), aWife(clergy), brother], { entry: 'SINGLE', singleMemberId: memberId(2) })
    expect(assess(household, evidenceOf(), aBook()).result).toBe('pass')
  })

  it('is unknown while nobody is chosen', () => {
    expect(assess(aHousehold([aMember()], { entry: 'SINGLE' }), evidenceOf(), aBook())).toMatchObject({ result: 'unknown', amountFen: 0, expectedFen: null })
  })
})
