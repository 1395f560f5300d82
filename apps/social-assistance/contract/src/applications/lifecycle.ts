import { defineLifecycle } from '@xishan/domain'
import { actionInputs } from './action-inputs'

const STREET = ['ST_CLERK', 'ST_REVIEWER'] as const
const BUREAU = ['BU_CLERK', 'BU_HEAD', 'BU_APPROVER'] as const
const FIELD_WORK = ['accept', 'investigate', 'countersign'] as const
const BEFORE_DECISION = [
  'SUBMITTED', 'CORRECTION', 'ACCEPTED', 'INVESTIGATING', 'COUNTERSIGNING', 'OPINION', 'SIGNING', 'POSTING', 'OBJECTION',
  'STREET_CONFIRMING', 'SUBMITTED_BUREAU', 'AUDITED', 'SIGNED', 'RETURNED',
] as const
const AFTER_ACCEPTANCE = BEFORE_DECISION.filter((state) => state !== 'SUBMITTED' && state !== 'CORRECTION')

/**
 * The subsistence allowance from the window to the decision (最低生活保障审核确认办法, 民发〔2021〕57号). Accepter, reviewer and
 * confirmer are three people; who investigated neither gives the opinion nor confirms. Conditions that a table cannot hold
 * stand in {@link ./conditions}.
 */
export const applicationLifecycle = defineLifecycle({
  name: 'subsistence-allowance',
  title: '最低生活保障',
  initial: 'DRAFT',
  states: {
    DRAFT: { label: '草稿', heldBy: ['ST_CLERK', 'COMMUNITY'] },
    SUBMITTED: { label: '待受理', step: 1, heldBy: ['ST_CLERK'] },
    CORRECTION: { label: '待补正', heldBy: ['ST_CLERK'] },
    ACCEPTED: { label: '已受理', step: 2, heldBy: ['ST_CLERK'], within: 'subsistence.term.investigation-start' },
    NOT_ACCEPTED: { label: '不予受理', final: true },
    INVESTIGATING: { label: '调查核对', step: 3, heldBy: ['ST_CLERK'] },
    COUNTERSIGNING: { label: '待第二调查人签字', heldBy: ['ST_CLERK'] },
    OPINION: { label: '待初审', step: 4, heldBy: ['ST_REVIEWER'] },
    SIGNING: { label: '待街道签批', heldBy: ['ST_LEADER'] },
    POSTING: { label: '公示中', step: 5, heldBy: ['ST_REVIEWER', 'COMMUNITY'], within: 'subsistence.term.posting' },
    OBJECTION: { label: '异议处理', heldBy: ['ST_CLERK', 'ST_REVIEWER'] },
    STREET_CONFIRMING: { label: '待街道审核确认', step: 6, heldBy: ['ST_LEADER'] },
    SUBMITTED_BUREAU: { label: '区局审核', step: 6, heldBy: ['BU_CLERK'], within: 'subsistence.term.bureau-audit' },
    AUDITED: { label: '待科室初签', heldBy: ['BU_HEAD'] },
    SIGNED: { label: '待审核确认', heldBy: ['BU_APPROVER'] },
    RETURNED: { label: '退回街道', heldBy: ['ST_CLERK', 'ST_REVIEWER'] },
    CONFIRMED: { label: '予以确认', step: 7, final: true },
    REFUSED: { label: '不予确认', final: true },
    WITHDRAWN: { label: '已撤回', final: true },
    TERMINATED: { label: '已终止', final: true },
  },
  actions: {
    submit: { label: '提交申请', from: ['DRAFT'], to: 'SUBMITTED', by: ['ST_CLERK', 'COMMUNITY'], input: actionInputs.submit },
    discard: { label: '作废草稿', from: ['DRAFT'], to: 'WITHDRAWN', by: ['ST_CLERK', 'COMMUNITY'], input: actionInputs.discard },
    requestCorrection: { label: '一次性告知补正', from: ['SUBMITTED'], to: 'CORRECTION', by: ['ST_CLERK'], input: actionInputs.requestCorrection },
    completeCorrection: { label: '补正完成', from: ['CORRECTION'], to: 'SUBMITTED', by: ['ST_CLERK'], input: actionInputs.completeCorrection },
    accept: { label: '受理', from: ['SUBMITTED'], to: 'ACCEPTED', by: ['ST_CLERK'], input: actionInputs.accept },
    notAccept: { label: '不予受理', from: ['SUBMITTED', 'CORRECTION'], to: 'NOT_ACCEPTED', by: ['ST_CLERK'], input: actionInputs.notAccept, adverse: true },
    startInvestigation: {
      label: '启动调查并提请核对', from: ['ACCEPTED'], to: 'INVESTIGATING', by: ['ST_CLERK'], needs: ['CHECK_AUTHORISATION', 'COMMITMENT'], input: actionInputs.startInvestigation,
    },
    investigate: {
      label: '提交调查结果', from: ['INVESTIGATING'], to: 'COUNTERSIGNING', by: ['ST_CLERK'], notBy: ['countersign'], needs: ['SURVEY_RECORD'], input: actionInputs.investigate,
    },
    countersign: { label: '第二调查人签字', from: ['COUNTERSIGNING'], to: 'OPINION', by: ['ST_CLERK'], notBy: ['investigate'], input: actionInputs.countersign },
    sendBackSurvey: { label: '退回重新调查', from: ['COUNTERSIGNING', 'OPINION'], to: 'INVESTIGATING', by: ['ST_CLERK', 'ST_REVIEWER'], input: actionInputs.sendBackSurvey },
    giveOpinion: { label: '提出初审意见', from: ['OPINION'], to: 'SIGNING', by: ['ST_REVIEWER'], notBy: FIELD_WORK, input: actionInputs.giveOpinion },
    sendBackOpinion: { label: '退回初审', from: ['SIGNING'], to: 'OPINION', by: ['ST_LEADER'], input: actionInputs.sendBackOpinion },
    signOpinion: { label: '签批并公示', from: ['SIGNING'], to: 'POSTING', by: ['ST_LEADER'], notBy: [...FIELD_WORK, 'giveOpinion'], input: actionInputs.signOpinion },
    recordObjection: { label: '登记公示异议', from: ['POSTING'], to: 'OBJECTION', by: ['COMMUNITY', ...STREET], input: actionInputs.recordObjection },
    reinvestigate: { label: '重新调查', from: ['OBJECTION'], to: 'INVESTIGATING', by: STREET, input: actionInputs.reinvestigate },
    submitToBureau: {
      label: '公示期满，报区局', from: ['POSTING', 'STREET_CONFIRMING'], to: 'SUBMITTED_BUREAU', by: ['ST_REVIEWER', 'ST_LEADER'], needs: ['POSTING_PHOTO'], input: actionInputs.submitToBureau,
    },
    submitToLeader: { label: '公示期满，报街道确认', from: ['POSTING'], to: 'STREET_CONFIRMING', by: ['ST_REVIEWER'], needs: ['POSTING_PHOTO'], input: actionInputs.submitToLeader },
    confirmAtStreet: {
      label: '街道审核确认', from: ['STREET_CONFIRMING'], to: 'CONFIRMED', by: ['ST_LEADER'], notBy: [...FIELD_WORK, 'giveOpinion'], input: actionInputs.confirmAtStreet,
    },
    refuseAtStreet: {
      label: '街道不予确认', from: ['STREET_CONFIRMING'], to: 'REFUSED', by: ['ST_LEADER'], notBy: [...FIELD_WORK, 'giveOpinion'], input: actionInputs.refuseAtStreet, adverse: true,
    },
    recordHomeVisit: {
      label: '登记区局入户调查', from: ['SUBMITTED_BUREAU'], to: 'SUBMITTED_BUREAU', by: ['BU_CLERK'], needs: ['HOME_VISIT_RECORD'], input: actionInputs.recordHomeVisit,
    },
    audit: { label: '审核', from: ['SUBMITTED_BUREAU'], to: 'AUDITED', by: ['BU_CLERK'], notBy: [...FIELD_WORK, 'giveOpinion'], input: actionInputs.audit },
    sendBackAudit: { label: '退回审核', from: ['AUDITED', 'SIGNED'], to: 'SUBMITTED_BUREAU', by: ['BU_HEAD', 'BU_APPROVER'], input: actionInputs.sendBackAudit },
    sign: { label: '科室初签', from: ['AUDITED'], to: 'SIGNED', by: ['BU_HEAD'], notBy: [...FIELD_WORK, 'giveOpinion', 'audit'], input: actionInputs.sign },
    confirm: {
      label: '审核确认', from: ['SIGNED'], to: 'CONFIRMED', by: ['BU_APPROVER'],
      notBy: [...FIELD_WORK, 'giveOpinion', 'signOpinion', 'recordHomeVisit', 'audit', 'sign'], input: actionInputs.confirm,
    },
    refuse: {
      label: '不予确认', from: ['SIGNED'], to: 'REFUSED', by: ['BU_APPROVER'],
      notBy: [...FIELD_WORK, 'giveOpinion', 'signOpinion', 'recordHomeVisit', 'audit', 'sign'], input: actionInputs.refuse, adverse: true,
    },
    returnToStreet: { label: '退回街道', from: ['SUBMITTED_BUREAU', 'AUDITED', 'SIGNED'], to: 'RETURNED', by: BUREAU, input: actionInputs.returnToStreet },
    resumeInvestigation: { label: '补充调查', from: ['RETURNED'], to: 'INVESTIGATING', by: STREET, input: actionInputs.resumeInvestigation },
    resubmit: { label: '完善后重报', from: ['RETURNED'], to: 'SUBMITTED_BUREAU', by: ['ST_REVIEWER'], input: actionInputs.resubmit },
    withdraw: {
      label: '申请人撤回', from: BEFORE_DECISION, to: 'WITHDRAWN', by: [...STREET, 'BU_CLERK'], needs: ['WITHDRAWAL_REQUEST'], input: actionInputs.withdraw,
    },
    terminate: {
      label: '终止审核确认', from: AFTER_ACCEPTANCE, to: 'TERMINATED', by: ['ST_REVIEWER', 'BU_HEAD'], needs: ['NON_COOPERATION_RECORD'], input: actionInputs.terminate, adverse: true,
    },
  },
})

export type ApplicationState = keyof typeof applicationLifecycle.states
export const APPLICATION_STATES = Object.keys(applicationLifecycle.states) as ApplicationState[]

/** Nothing more happens to a case in such a state. */
export const isDecided = (state: string): boolean => APPLICATION_STATES.some((known) => known === state && applicationLifecycle.states[known].final === true)

/** States in which the household sheet and the finances may still be filled in or corrected. */
export const EDITABLE_STATES: readonly ApplicationState[] = ['DRAFT', 'SUBMITTED', 'CORRECTION', 'ACCEPTED', 'INVESTIGATING', 'OBJECTION', 'RETURNED']
