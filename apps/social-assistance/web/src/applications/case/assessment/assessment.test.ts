import type { TraceStep } from '@xishan/domain'
import { describe, expect, it } from 'vitest'
import { aCase, aMember, anAssessment, HEAD_ID } from '../testing/a-case'
import { draftedOpinion } from './drafted-opinion'
import { openItems } from './open-items'
import { proposalOf } from './proposal'

const step = (rule: string, result: TraceStep['result'], more: Partial<TraceStep> = {}): TraceStep => ({ rule, version: '1', result, inputs: [], parameters: [], ...more })
const traced = (result: 'fail' | 'unknown', ...steps: TraceStep[]) => anAssessment({ result, amountFen: 0, expectedFen: result === 'fail' ? null : 63000, trace: { decidedOn: '2025-09-30', result, steps } })

const UNCHECKED = step('check.concluded', 'unknown', { inputs: [{ label: '核对结论日期', value: null, unit: 'date' }], outcome: { label: '核对', value: '尚未提请核对', unit: 'text' } })
const TOO_RICH = step('eligibility.income', 'fail', { inputs: [{ label: '家庭人均月收入', value: 70000, unit: 'fen' }] })

describe('what the rules propose', () => {
  it('is an amount only once everything passed', () => {
    expect(proposalOf(anAssessment())).toMatchObject({ words: '符合条件', amountTitle: '月保障金额', amountFen: 63000 })
    expect(proposalOf(traced('unknown', UNCHECKED))).toMatchObject({ words: '尚未查明', amountTitle: '预计月保障金额', amountFen: 63000, note: '还有 1 项尚未查明，查明后金额可能变化。' })
    expect(proposalOf(traced('fail', TOO_RICH))).toMatchObject({ words: '不符合条件', amountFen: null })
  })
  it('promises nothing where not even an expected amount can be worked out', () => {
    expect(proposalOf({ ...traced('unknown', UNCHECKED), expectedFen: null })).toMatchObject({ amountFen: null, note: '还有 1 项尚未查明，查明后才能测算金额。' })
  })
})

it('what is open says what came of it and what was looked at', () => {
  expect(openItems(traced('fail', step('member.counted', 'pass'), UNCHECKED, TOO_RICH))).toEqual([
    { result: 'unknown', title: '家庭经济状况信息核对', seen: '尚未提请核对' },
    { result: 'fail', title: '收入低于标准', seen: '家庭人均月收入700元' },
  ])
})

describe('a drafted opinion', () => {
  it('in favour names people, income, standard, category and amount', () => {
    expect(draftedOpinion(aCase(), anAssessment({ perCapitaFen: 20050 }), true)).toBe(
      '经调查核对，王建国家庭共同生活成员 1 人，家庭人均月收入 200.50元，低于当地最低生活保障标准 630元，家庭财产状况符合规定。拟予确认，保障 1 人，类别为A类（长期保障），每月 630元。',
    )
  })
  it('of a single entry names the person who is paid', () => {
    const application = aCase({ applicantName: '王大爷', entry: 'SINGLE', singleMemberId: HEAD_ID, memberList: [aMember({ name: '王小红' })] })
    expect(draftedOpinion(application, anAssessment({ entry: 'SINGLE' }), true)).toContain('王小红符合单独提出申请的情形')
  })
  it('against names each failed condition once', () => {
    expect(draftedOpinion(aCase(), traced('fail', TOO_RICH, TOO_RICH, step('property.vehicles', 'fail')), false)).toBe(
      '经调查核对，王建国家庭不符合以下条件：收入低于标准、车辆。拟不予确认。',
    )
  })
  it('against without a failed condition leaves the ground to be written', () => {
    expect(draftedOpinion(aCase(), anAssessment(), false)).toContain('请写明具体情况')
  })
})
