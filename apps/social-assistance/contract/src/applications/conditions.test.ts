import { type Actor, type Role } from '@xishan/domain'
import { describe, expect, it } from 'vitest'
import { applicationLifecycle, type ApplicationState } from './lifecycle'
import type { ApplicationAction } from './action-inputs'
import { offeredActions, requireAgreement, requireConditions, type CaseFacts } from './conditions'

const actor = (...roles: Role[]): Actor => ({ kind: 'user', id: 'somebody', name: '某人', roles, scope: '530112' })
const facts = (state: ApplicationState, changed: Partial<CaseFacts> = {}, actions: string[] = []): CaseFacts => ({
  standing: { state, steps: actions.map((action) => ({ action, actorId: 'another' })) },
  businessDate: '2025-09-30',
  attachments: Object.values(applicationLifecycle.actions).flatMap(({ needs }) => needs ?? []),
  separatelyRegistered: false,
  reported: false,
  relatedAccountIds: [],
  delegated: false,
  meansCheck: { state: 'PASSED', toldOn: null },
  posting: { startsOn: '2025-09-20', endsOn: '2025-09-27', photoOn: '2025-09-20' },
  unansweredObjections: 0,
  assessment: { result: 'pass', amountFen: 63000 },
  clockSuspended: false,
  ...changed,
})
const outcome = (run: () => void): string => {
  try {
    run()
    return 'allowed'
  } catch (problem) {
    return problem instanceof Error ? problem.message : 'thrown'
  }
}

const POSTED = { startsOn: '2025-09-23', endsOn: '2025-09-30', photoOn: '2025-09-23' }
const RELATIVE = { separatelyRegistered: true }
const DELEGATED = { delegated: true }

describe('conditions of an action', () => {
  it.each<[string, ApplicationAction, CaseFacts, string]>([
    ['57号 §10 补正只告知一次：第一次', 'requestCorrection', facts('SUBMITTED'), 'allowed'],
    ['57号 §10 补正只告知一次：第二次', 'requestCorrection', facts('SUBMITTED', {}, ['requestCorrection']), 'correction-only-once'],
    ['57号 §9(3) 没有核对授权不能提请核对', 'startInvestigation', facts('ACCEPTED', { attachments: ['COMMITMENT'] }), 'attachment-missing'],
    ['57号 §17 核对没有结论不能提意见', 'giveOpinion', facts('OPINION', { meansCheck: { state: 'CHECKING', toldOn: null } }), 'means-check-open'],
    ['57号 §17 没有提请核对不能提意见', 'giveOpinion', facts('OPINION', { meansCheck: null }), 'means-check-open'],
    ['57号 §18 未通过须先告知', 'giveOpinion', facts('OPINION', { meansCheck: { state: 'NOT_PASSED', toldOn: null } }), 'means-check-not-told'],
    ['57号 §18 未通过且已告知', 'giveOpinion', facts('OPINION', { meansCheck: { state: 'NOT_PASSED', toldOn: '2025-09-20' } }), 'allowed'],
    ['家庭信息未填', 'countersign', facts('COUNTERSIGNING', { assessment: null }), 'household-incomplete'],
    ['57号 §19 公示期最后一天', 'submitToBureau', facts('POSTING', { posting: POSTED }), 'posting-not-over'],
    ['57号 §19 公示期满次日', 'submitToBureau', facts('POSTING', { posting: POSTED, businessDate: '2025-10-01' }), 'allowed'],
    ['B11 没有公示照片', 'submitToBureau', facts('POSTING', { posting: { ...POSTED, endsOn: '2025-09-27', photoOn: null } }), 'posting-without-photo'],
    ['B11 照片是上一次公示的', 'submitToBureau', facts('POSTING', { posting: { ...POSTED, endsOn: '2025-09-27', photoOn: '2025-09-22' } }), 'posting-without-photo'],
    ['57号 §37 具名异议未答复', 'submitToBureau', facts('POSTING', { unansweredObjections: 1 }), 'objection-unanswered'],
    ['57号 §2 未下放的报街道', 'submitToLeader', facts('POSTING'), 'bureau-decides'],
    ['57号 §2 已下放的报街道', 'submitToLeader', facts('POSTING', DELEGATED), 'allowed'],
    ['57号 §2 已下放的报区局', 'submitToBureau', facts('POSTING', DELEGATED), 'street-decides'],
    ['57号 §20 近亲属备案件仍报区局', 'submitToBureau', facts('POSTING', { ...DELEGATED, ...RELATIVE }), 'allowed'],
    ['57号 §20 街道确认中接到举报', 'confirmAtStreet', facts('STREET_CONFIRMING', { ...DELEGATED, reported: true }), 'bureau-decides'],
    ['57号 §20 近亲属备案件区局未入户', 'audit', facts('SUBMITTED_BUREAU', RELATIVE), 'home-visit-required'],
    ['57号 §20 近亲属备案件区局已入户', 'audit', facts('SUBMITTED_BUREAU', RELATIVE, ['recordHomeVisit']), 'allowed'],
    ['57号 §20 初签后接到举报，未入户不能确认', 'confirm', facts('SIGNED', { reported: true }), 'home-visit-required'],
    ['57号 §20 未入户也不能不予确认', 'refuse', facts('SIGNED', { reported: true }), 'home-visit-required'],
    ['按规则不符合的不能确认', 'confirm', facts('SIGNED', { assessment: { result: 'fail', amountFen: 0 } }), 'not-eligible'],
    ['尚未查明的不能确认', 'confirm', facts('SIGNED', { assessment: { result: 'unknown', amountFen: 0 } }), 'not-eligible'],
    ['不符合的可以不予确认', 'refuse', facts('SIGNED', { assessment: { result: 'fail', amountFen: 0 } }), 'allowed'],
    ['A5 中止计时期间不作决定', 'confirm', facts('SIGNED', { clockSuspended: true }), 'clock-suspended'],
    ['撤回须有签字的申请', 'withdraw', facts('OPINION', { attachments: [] }), 'attachment-missing'],
    ['A6 近亲属回避', 'accept', facts('SUBMITTED', { relatedAccountIds: ['somebody'] }), 'staff-relative'],
  ])('%s', (_source, action, given, expected) => {
    expect(outcome(() => requireConditions(action, given, actor('ST_CLERK')))).toBe(expected)
  })
})

describe('what the page offers', () => {
  const offered = (given: CaseFacts, ...roles: Role[]) => offeredActions(given, actor(...roles))

  it('only actions of the role and the state', () => {
    expect(offered(facts('SUBMITTED'), 'ST_CLERK').map(({ action }) => action)).toEqual(['requestCorrection', 'accept', 'notAccept', 'withdraw'])
    expect(offered(facts('SUBMITTED'), 'BU_APPROVER')).toEqual([])
    expect(offered(facts('CONFIRMED'), 'ST_CLERK', 'BU_APPROVER')).toEqual([])
  })

  it('with the reason where something is missing, in a whole sentence', () => {
    expect(offered(facts('POSTING', { posting: POSTED }), 'ST_REVIEWER').find(({ action }) => action === 'submitToBureau')).toEqual({
      action: 'submitToBureau', label: '公示期满，报区局', adverse: false, blockedBy: '公示期至 2025-09-30 止，期满后次日起方可办理。',
    })
    expect(offered(facts('INVESTIGATING', { attachments: [] }), 'ST_CLERK')[0]?.blockedBy).toBe('办理“提交调查结果”前须上传：入户调查表（签字）。')
  })

  it('not the way that this case does not take', () => {
    expect(offered(facts('POSTING'), 'ST_REVIEWER').map(({ action }) => action)).not.toContain('submitToLeader')
    expect(offered(facts('POSTING', DELEGATED), 'ST_REVIEWER').map(({ action }) => action)).not.toContain('submitToBureau')
  })

  it('nothing to a relative', () => expect(offered(facts('SUBMITTED', { relatedAccountIds: ['somebody'] }), 'ST_CLERK')).toEqual([]))

  it('marks a decision against the citizen', () => {
    expect(offered(facts('SIGNED'), 'BU_APPROVER').filter(({ adverse }) => adverse).map(({ action }) => action)).toEqual(['refuse'])
  })
})

describe('the amount a person agrees to', () => {
  const passes = { result: 'pass', amountFen: 63000 } as const
  const fails = { result: 'fail', amountFen: 0 } as const
  it.each([
    ['the amount of the rules', { amountFen: 63000, recommend: true }, passes, 'allowed'],
    ['another amount', { amountFen: 62000, recommend: true }, passes, 'amount-changed'],
    ['a recommendation against the rules', { amountFen: 0, recommend: true }, fails, 'not-eligible'],
    ['no recommendation, no amount', { amountFen: 0, recommend: false }, passes, 'allowed'],
    ['no recommendation, yet an amount', { amountFen: 63000, recommend: false }, passes, 'amount-changed'],
  ])('%s', (_what, agreed, assessment, expected) => {
    expect(outcome(() => requireAgreement(agreed, assessment))).toBe(expected)
  })
})
