import { calendar } from '@xishan/service-kit'
import * as steps from './steps'
import type { Family } from './families'
import type { Scene } from './scene'
import type { Staff } from './staff'
import type { Changed, Walk } from './walk'
import { answersOf } from './wording'

const [XIYUAN, MAJIE, JINBI, YONGCHANG, QIANWEI, FUHAI, ZONGSHUYING, BIJI, HAIKOU, TUANJIE] = [
  '530112001', '530112002', '530112003', '530112004', '530112005', '530112006', '530112007', '530112008', '530112009', '530112010',
] as const
/** Where the demonstration's community worker is at home. */
const KAIYUAN = '530112001001'

/** Long enough before its goal to be accepted before the pilot week. */
const UNHURRIED = { CHECKED: 5, SURVEYED: 4, OPINION: 1, SIGNING: 2, POSTING: 2, UPWARDS: 1 }

const earnsTooMuch = (family: Family): void => {
  family.means.incomes.push({ of: 0, kind: 'WAGES', yuan: 1450 * Math.max(1, family.members.length), description: '稳定工资收入' })
}
const ownsTooMuch = (kind: 'CAR' | 'DEPOSIT' | 'HOMES' | 'COMPANY') => (family: Family): void => {
  family.means.excess = { of: 0, kind }
}
const throughAgent: Changed = { window: { agent: { name: '社区网格员（演示）', phone: '15400009001', relation: '社区工作人员' } } }

/** Nobody of the family is registered in the district. */
const fromElsewhere: Changed = { window: { hukouDivisionCode: '530111' } }

/** A member's near relative works with the allowance; the one who has an account is kept from the case. */
const relativeOf = (post: string, relation: string, community?: string) => (staff: Staff): Changed => {
  const colleague = community ? staff.one('COMMUNITY', community, '2025-09-01') : undefined
  return {
    window: { staffRelative: true },
    head: { staffRelative: { name: colleague?.name ?? '社区委员（演示）', post, relation, ...(colleague ? { accountId: colleague.id } : {}) } },
  }
}

const correct = (walk: Walk, within: number): void =>
  steps.requestCorrection(walk.history, walk.by(walk.clerk()), { missing: ['INCOME_PROOF', 'IDENTITY_PAPERS'], reason: '请补充近一年收入证明和户口簿复印件', answerBy: calendar.addWorkingDays(walk.on, within) })

const someAnswers = (walk: Walk): void =>
  steps.enterAnswers(walk.history, walk.by(walk.who('CHECKER')), answersOf(walk.memberIds, walk.household.family.means, walk.on, ['HOUSEHOLD_REGISTER', 'TAX', 'SOCIAL_INSURANCE', 'REAL_ESTATE']))

/** The check finds something that was not declared. */
const failCheck = (walk: Walk): void => {
  const answers = answersOf(walk.memberIds, walk.household.family.means, walk.on)
  const found = answers.map((answer, at) => (at === 6 ? { ...answer, finding: 'DIFFERENT' as const, details: '名下登记有小型轿车一辆，申报中未填写' } : answer))
  steps.enterAnswers(walk.history, walk.by(walk.who('CHECKER')), found)
  steps.concludeCheck(walk.history, walk.by(walk.who('CHECKER')), false, '核对到未申报的小型轿车一辆，与申报不一致')
}
const tell = (walk: Walk): void => steps.tellResult(walk.history, walk.by(walk.clerk()), '已当面告知核对结果，并说明可以提出异议')

const object = (walk: Walk, objector: string): void =>
  steps.recordObjection(walk.history, walk.by(walk.clerk()), { objector, content: '反映该户有子女长期在外务工并按月寄钱，申报中没有写明，请核实。' })

const refusal = (walk: Walk): void =>
  steps.refuse(walk.history, walk.after(1).by(walk.who(walk.history.application.delegated ? 'ST_LEADER' : 'BU_APPROVER')), 'INCOME', '经核实，家庭人均月收入不低于当地最低生活保障标准，不予确认。')

const visited = (walk: Walk): void => {
  walk.history.file('HOME_VISIT_RECORD', walk.after(2).by(walk.who('BU_CLERK')))
  steps.recordHomeVisit(walk.history, walk.by(walk.who('BU_CLERK')), `${walk.who('BU_CLERK').name}、社会救助科同事一名`)
}

const givenUp = (walk: Walk): void => {
  walk.history.file('WITHDRAWAL_REQUEST', walk.after(1).by(walk.clerk()))
  steps.withdraw(walk.history, walk.by(walk.clerk()), '家庭情况好转，自愿撤回申请')
}

const uncooperative = (walk: Walk): void => {
  walk.history.file('NON_COOPERATION_RECORD', walk.after(2).by(walk.who('ST_REVIEWER')))
  steps.terminate(walk.history, walk.by(walk.who('ST_REVIEWER')), '两次上门均拒绝入户，书面告知后仍不配合调查。')
}

/** Taken down after an objection, looked into again, posted a second time. */
const secondPosting = (walk: Walk): void => {
  const { history } = walk.photograph().after(2)
  object(walk, '邻居（演示）')
  steps.extendTerm(history, walk.by(walk.clerk()), 'OBJECTION', '公示有异议，需重新调查核实')
  steps.investigateAgain(history, walk.after(1).by(walk.clerk()), 'reinvestigate', '对异议反映的收入情况入户复查')
  steps.answerObjection(history, walk.after(2).by(walk.clerk()), '经复查，子女寄钱已按赡养费计入收入，申报属实。')
  walk.backTo('INVESTIGATING').to('POSTING')
}

const drafts: Scene[] = [
  { street: XIYUAN, goal: 'DRAFT', ago: 0 },
  { street: XIYUAN, goal: 'DRAFT', ago: 1, community: KAIYUAN, begin: (walk) => walk.asDraftOf('COMMUNITY') },
  { street: MAJIE, goal: 'DRAFT', ago: 0 },
  { street: QIANWEI, goal: 'DRAFT', ago: 2 },
  { street: TUANJIE, goal: 'DRAFT', ago: 3 },
]

const atTheWindow: Scene[] = [
  { street: XIYUAN, goal: 'SUBMITTED', ago: 0, community: KAIYUAN },
  { street: XIYUAN, goal: 'SUBMITTED', ago: 0, changed: throughAgent },
  { street: XIYUAN, goal: 'SUBMITTED', ago: 1 },
  { street: MAJIE, goal: 'SUBMITTED', ago: 0 },
  { street: MAJIE, goal: 'SUBMITTED', ago: 2 },
  { street: JINBI, goal: 'SUBMITTED', ago: 1 },
  { street: HAIKOU, goal: 'SUBMITTED', ago: 0 },
  { street: TUANJIE, goal: 'SUBMITTED', ago: 1, changed: throughAgent },
  { street: XIYUAN, goal: 'SUBMITTED', ago: 6, then: (walk) => { correct(walk, 8); steps.completeCorrection(walk.history, walk.after(4).by(walk.clerk()), '材料已补齐') } },
  { street: XIYUAN, goal: 'SUBMITTED', ago: 3, then: (walk) => correct(walk.after(1), 7) },
  { street: MAJIE, goal: 'SUBMITTED', ago: 5, then: (walk) => correct(walk.after(1), 6) },
  { street: YONGCHANG, goal: 'SUBMITTED', ago: 2, then: (walk) => correct(walk.after(1), 5) },
  { street: HAIKOU, goal: 'SUBMITTED', ago: 12, then: (walk) => correct(walk.after(1), 7) },
  { street: XIYUAN, goal: 'ACCEPTED', ago: 0 },
  { street: XIYUAN, goal: 'ACCEPTED', ago: 3 },
  { street: XIYUAN, goal: 'ACCEPTED', ago: 5 },
  { street: MAJIE, goal: 'ACCEPTED', ago: 1 },
  { street: FUHAI, goal: 'ACCEPTED', ago: 2 },
  { street: BIJI, goal: 'ACCEPTED', ago: 0 },
  { street: XIYUAN, goal: 'SUBMITTED', ago: 9, changed: fromElsewhere, then: (walk) => steps.notAccept(walk.history, walk.after(2).by(walk.clerk()), '家庭成员户籍均在官渡区，已告知向户籍所在地街道申请。') },
  { street: MAJIE, goal: 'SUBMITTED', ago: 15, then: (walk) => steps.notAccept(walk.history, walk.after(1).by(walk.clerk()), '申请人已在另一街道享受特困供养，不再受理。') },
  { street: ZONGSHUYING, goal: 'SUBMITTED', ago: 21, changed: fromElsewhere, then: (walk) => steps.notAccept(walk.history, walk.after(1).by(walk.clerk()), '家庭成员户籍均不在本区，已告知向户籍所在地申请。') },
]

const investigations: Scene[] = [
  { street: XIYUAN, goal: 'INVESTIGATING', ago: 1 },
  { street: XIYUAN, goal: 'INVESTIGATING', ago: 3, size: 3, then: (walk) => someAnswers(walk.after(2)) },
  { street: XIYUAN, goal: 'INVESTIGATING', ago: 4, then: (walk) => void walk.after(3).passCheck() },
  { street: XIYUAN, goal: 'INVESTIGATING', ago: 5, then: (walk) => failCheck(walk.after(3)) },
  { street: MAJIE, goal: 'INVESTIGATING', ago: 5, then: (walk) => { failCheck(walk.after(2)); tell(walk.after(1)) } },
  {
    street: MAJIE, goal: 'INVESTIGATING', ago: 8,
    then: (walk) => {
      failCheck(walk.after(2))
      tell(walk.after(1))
      walk.history.file('RECHECK_PROOF', walk.after(3).by(walk.clerk()))
      steps.requestRecheck(walk.history, walk.by(walk.clerk()), '申请人提供车辆已于去年转让的合同，请求复查')
    },
  },
  { street: MAJIE, goal: 'INVESTIGATING', ago: 6 },
  { street: JINBI, goal: 'INVESTIGATING', ago: 3, size: 2, then: (walk) => someAnswers(walk.after(1)) },
  { street: HAIKOU, goal: 'INVESTIGATING', ago: 9, then: (walk) => steps.stopClock(walk.history, walk.after(2).passCheck().by(walk.clerk()), 'APPRAISAL', '申请人正在办理残疾等级鉴定，等待结论') },
  { street: TUANJIE, goal: 'COUNTERSIGNING', ago: 4, then: (walk) => steps.investigateAgain(walk.history, walk.after(1).by(walk.clerk('second')), 'sendBackSurvey', '家庭收入调查不全，请补充邻里访问') },
  {
    street: YONGCHANG, goal: 'INVESTIGATING', ago: 32,
    then: (walk) => {
      someAnswers(walk.after(2))
      steps.extendTerm(walk.history, walk.after(18).by(walk.clerk()), 'HARD_CHECK', '申请人名下有外省资产，需函请外地核实')
    },
  },
  { street: XIYUAN, goal: 'COUNTERSIGNING', ago: 0 },
  { street: XIYUAN, goal: 'COUNTERSIGNING', ago: 1, then: (walk) => void walk.passCheck() },
  { street: MAJIE, goal: 'COUNTERSIGNING', ago: 1, then: (walk) => void walk.passCheck() },
  { street: YONGCHANG, goal: 'COUNTERSIGNING', ago: 2 },
  { street: QIANWEI, goal: 'INVESTIGATING', ago: 12, then: (walk) => uncooperative(walk.after(2).passCheck()) },
  { street: TUANJIE, goal: 'OPINION', ago: 20, then: uncooperative },
]

const opinions: Scene[] = [
  { street: XIYUAN, goal: 'OPINION', ago: 0 },
  { street: XIYUAN, goal: 'OPINION', ago: 2, size: 2 },
  { street: XIYUAN, goal: 'OPINION', ago: 3, poorer: ownsTooMuch('CAR'), on: { INVESTIGATING: (walk) => { failCheck(walk.after(1)); tell(walk) } } },
  { street: MAJIE, goal: 'OPINION', ago: 1 },
  { street: MAJIE, goal: 'OPINION', ago: 8 },
  { street: QIANWEI, goal: 'OPINION', ago: 1 },
  { street: TUANJIE, goal: 'OPINION', ago: 2 },
  { street: XIYUAN, goal: 'SIGNING', ago: 0 },
  { street: XIYUAN, goal: 'SIGNING', ago: 1, size: 4 },
  { street: MAJIE, goal: 'SIGNING', ago: 0 },
  { street: HAIKOU, goal: 'SIGNING', ago: 2 },
]

const postings: Scene[] = [
  { street: XIYUAN, goal: 'POSTING', ago: 2, community: KAIYUAN },
  { street: XIYUAN, goal: 'POSTING', ago: 3, then: (walk) => void walk.photograph() },
  { street: XIYUAN, goal: 'POSTING', ago: 9, size: 2, pace: UNHURRIED, then: (walk) => void walk.photograph() },
  { street: XIYUAN, goal: 'POSTING', ago: 8, community: KAIYUAN, pace: UNHURRIED },
  { street: MAJIE, goal: 'POSTING', ago: 1, then: (walk) => void walk.photograph() },
  { street: MAJIE, goal: 'POSTING', ago: 7, pace: UNHURRIED, then: (walk) => void walk.photograph() },
  { street: JINBI, goal: 'POSTING', ago: 4, then: (walk) => void walk.photograph() },
  { street: FUHAI, goal: 'POSTING', ago: 18, then: secondPosting },
  { street: BIJI, goal: 'POSTING', ago: 3, poorer: earnsTooMuch, then: (walk) => void walk.photograph() },
  { street: TUANJIE, goal: 'POSTING', ago: 2 },
  { street: XIYUAN, goal: 'POSTING', ago: 4, pace: UNHURRIED, then: (walk) => object(walk.photograph().after(2), '刘某（演示）') },
  { street: MAJIE, goal: 'POSTING', ago: 5, pace: UNHURRIED, then: (walk) => object(walk.photograph().after(3), '') },
  { street: HAIKOU, goal: 'POSTING', ago: 3, pace: UNHURRIED, then: (walk) => object(walk.photograph().after(1), '同组村民（演示）') },
  { street: HAIKOU, goal: 'POSTING', ago: 18, pace: UNHURRIED, then: (walk) => givenUp(walk.photograph().after(1)) },
]

const decisions: Scene[] = [
  { street: XIYUAN, goal: 'UPWARDS', ago: 1, delegated: true },
  { street: MAJIE, goal: 'UPWARDS', ago: 0, delegated: true },
  { street: YONGCHANG, goal: 'UPWARDS', ago: 1, delegated: true },
  { street: XIYUAN, goal: 'UPWARDS', ago: 0, pace: UNHURRIED },
  { street: XIYUAN, goal: 'UPWARDS', ago: 3, pace: UNHURRIED, size: 3 },
  { street: XIYUAN, goal: 'UPWARDS', ago: 4, pace: UNHURRIED, community: KAIYUAN, changed: relativeOf('凯苑社区居委会委员', '外甥', KAIYUAN) },
  { street: MAJIE, goal: 'UPWARDS', ago: 2, pace: UNHURRIED },
  { street: MAJIE, goal: 'UPWARDS', ago: 6, pace: UNHURRIED, changed: relativeOf('社区居委会委员', '叔侄'), then: visited },
  { street: JINBI, goal: 'UPWARDS', ago: 3, pace: UNHURRIED, on: { SIGNING: (walk) => steps.recordReport(walk.history, walk.by(walk.clerk()), '来电反映该户在外有出租房屋。') } },
  { street: HAIKOU, goal: 'UPWARDS', ago: 11 },
  { street: XIYUAN, goal: 'AUDITED', ago: 0, pace: UNHURRIED },
  { street: MAJIE, goal: 'AUDITED', ago: 1, pace: UNHURRIED },
  { street: QIANWEI, goal: 'AUDITED', ago: 2, pace: UNHURRIED },
  { street: BIJI, goal: 'AUDITED', ago: 0, pace: UNHURRIED },
  { street: XIYUAN, goal: 'SIGNED', ago: 0, pace: UNHURRIED },
  { street: MAJIE, goal: 'SIGNED', ago: 1, pace: UNHURRIED },
  { street: YONGCHANG, goal: 'SIGNED', ago: 0, pace: UNHURRIED, size: 2 },
  { street: XIYUAN, goal: 'UPWARDS', ago: 5, pace: UNHURRIED, then: (walk) => steps.handOn(walk.history, walk.after(2).by(walk.who('BU_CLERK')), 'returnToStreet', '调查表缺第二调查人对收入的说明，请补充完善。') },
  { street: MAJIE, goal: 'AUDITED', ago: 4, pace: UNHURRIED, then: (walk) => steps.handOn(walk.history, walk.after(1).by(walk.who('BU_HEAD')), 'returnToStreet', '残疾证等级与申报不一致，请街道核实。') },
  { street: FUHAI, goal: 'UPWARDS', ago: 6, pace: UNHURRIED, then: (walk) => steps.handOn(walk.history, walk.after(3).by(walk.who('BU_CLERK')), 'returnToStreet', '公示照片不清晰，请重新拍摄上传。') },
]

/** Found entitled and past the legal limit: what keeps indicator 1 below a hundred. */
const owed: Scene[] = [
  { street: TUANJIE, goal: 'UPWARDS', ago: 26, pace: UNHURRIED },
  { street: ZONGSHUYING, goal: 'SIGNED', ago: 18, pace: UNHURRIED },
  { street: XIYUAN, goal: 'POSTING', ago: 30, pace: UNHURRIED },
]

const closed: Scene[] = [
  { street: XIYUAN, goal: 'SIGNED', ago: 12, pace: UNHURRIED, poorer: earnsTooMuch, then: (walk) => { refusal(walk); steps.deliver(walk.history, walk.after(2).by(walk.clerk()), 'REFUSAL_NOTICE') } },
  { street: MAJIE, goal: 'SIGNED', ago: 2, pace: UNHURRIED, poorer: earnsTooMuch, then: refusal },
  { street: JINBI, goal: 'SIGNED', ago: 7, pace: UNHURRIED, poorer: earnsTooMuch, then: refusal },
  { street: TUANJIE, goal: 'SIGNED', ago: 25, pace: UNHURRIED, poorer: earnsTooMuch, then: (walk) => { refusal(walk); steps.deliver(walk.history, walk.after(1).by(walk.clerk()), 'REFUSAL_NOTICE') } },
  { street: YONGCHANG, goal: 'UPWARDS', ago: 2, delegated: true, poorer: earnsTooMuch, then: refusal },
  { street: XIYUAN, goal: 'DRAFT', ago: 4, then: (walk) => steps.handOn(walk.history, walk.after(1).by(walk.clerk()), 'discard', '') },
  { street: MAJIE, goal: 'SUBMITTED', ago: 6, then: givenUp },
]

/** The cases that wait in every state when the demonstration begins, and some that were closed lately. */
export const scenes: readonly Scene[] = [...drafts, ...atTheWindow, ...investigations, ...opinions, ...postings, ...decisions, ...owed, ...closed]
