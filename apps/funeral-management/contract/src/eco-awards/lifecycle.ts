import { defineLifecycle } from '@xishan/domain'
import { AWARD_PAPER, awardInputs } from './award-input'
import { AWARD_PARAMETER } from './parameters'

const WINDOW = ['ST_CLERK', 'BU_CLERK'] as const
const BEFORE_CONFIRMATION = ['submit', 'correct', 'check', 'changePayee'] as const

/**
 * 节地生态安葬奖补 (specification E2): applied for at the window, checked, confirmed by another, paid with a list. Where its disposition or
 * death turns out to have been a mistake it is stopped, or what was paid is claimed back.
 */
export const awardLifecycle = defineLifecycle({
  name: 'eco-award',
  title: '节地生态安葬奖补',
  initial: 'SUBMITTED',
  materials: Object.fromEntries(AWARD_PAPER.entries),
  states: {
    SUBMITTED: { label: '待审查', step: 1, heldBy: ['ST_REVIEWER', 'BU_CLERK'], within: AWARD_PARAMETER.checkWithin },
    RETURNED: { label: '退回补正', heldBy: WINDOW, within: AWARD_PARAMETER.correctWithin },
    CHECKED: { label: '待审核确认', step: 2, heldBy: ['BU_HEAD'], within: AWARD_PARAMETER.confirmWithin },
    CONFIRMED: { label: '待发放', step: 3, heldBy: ['BU_CLERK'], within: AWARD_PARAMETER.payWithin },
    LISTED: { label: '发放中', step: 4 },
    FAILED: { label: '待更正账户', heldBy: WINDOW, within: AWARD_PARAMETER.correctWithin },
    PAID: { label: '已发放', step: 5 },
    RECOVERING: { label: '待追回', heldBy: ['BU_CLERK', 'FINANCE'], within: AWARD_PARAMETER.recoverWithin },
    RECOVERED: { label: '已追回', final: true },
    STOPPED: { label: '已终止', final: true },
    REFUSED: { label: '不予确认', final: true },
    WITHDRAWN: { label: '已撤回申请', final: true },
  },
  actions: {
    submit: { label: '提出申请', from: [], to: 'SUBMITTED', by: WINDOW, input: awardInputs.submit },
    check: { label: '审查通过', from: ['SUBMITTED'], to: 'CHECKED', by: ['ST_REVIEWER', 'BU_CLERK'], notBy: ['submit', 'correct'], needs: ['BURIAL_CERTIFICATE', 'APPLICANT_ID'], input: awardInputs.check },
    return: { label: '退回补正', from: ['SUBMITTED', 'CHECKED'], to: 'RETURNED', by: ['ST_REVIEWER', 'BU_CLERK', 'BU_HEAD'], notBy: ['submit', 'correct'], input: awardInputs.return },
    correct: { label: '补正后提交', from: ['RETURNED'], to: 'SUBMITTED', by: WINDOW, input: awardInputs.correct },
    withdraw: { label: '撤回申请', from: ['SUBMITTED', 'RETURNED', 'CHECKED'], to: 'WITHDRAWN', by: WINDOW, input: awardInputs.withdraw },
    confirm: { label: '确认', from: ['CHECKED'], to: 'CONFIRMED', by: ['BU_HEAD'], notBy: BEFORE_CONFIRMATION, input: awardInputs.confirm },
    refuse: { label: '不予确认', from: ['CHECKED'], to: 'REFUSED', by: ['BU_HEAD'], notBy: BEFORE_CONFIRMATION, input: awardInputs.refuse, adverse: true },
    changeAccount: { label: '更正账户', from: ['CONFIRMED', 'FAILED'], to: 'CONFIRMED', by: WINDOW, input: awardInputs.changeAccount },
    /** Only of a payee who died; confirmed anew. */
    changePayee: { label: '变更收款人', from: ['CONFIRMED', 'FAILED'], to: 'CHECKED', by: WINDOW, needs: ['PAYEE_PROOF'], input: awardInputs.changePayee },
    uphold: { label: '核对后维持', from: ['CONFIRMED', 'FAILED'], to: 'CONFIRMED', by: ['BU_HEAD'], input: awardInputs.uphold },
    upholdPaid: { label: '核对后维持', from: ['PAID'], to: 'PAID', by: ['BU_HEAD'], input: awardInputs.upholdPaid },
    stop: { label: '终止奖补', from: ['CONFIRMED', 'FAILED'], to: 'STOPPED', by: ['BU_HEAD'], input: awardInputs.stop, adverse: true },
    claim: { label: '提出追回', from: ['PAID'], to: 'RECOVERING', by: ['BU_CLERK'], input: awardInputs.claim, adverse: true },
    repay: { label: '登记退款', from: ['RECOVERING'], to: 'RECOVERING', by: ['FINANCE'], input: awardInputs.repay },
    settle: { label: '追回结清', from: ['RECOVERING'], to: 'RECOVERED', by: ['BU_CLERK', 'BU_HEAD'], notBy: ['repay'], input: awardInputs.settle },
    /** Steps that a payment list takes. */
    list: { label: '列入发放批次', from: ['CONFIRMED'], to: 'LISTED', by: ['BU_CLERK'], input: awardInputs.list },
    unlist: { label: '移出发放批次', from: ['LISTED'], to: 'CONFIRMED', by: ['BU_CLERK'], input: awardInputs.unlist },
    hold: { label: '暂缓发放', from: ['LISTED'], to: 'CONFIRMED', by: ['FINANCE'], input: awardInputs.hold },
    pay: { label: '发放成功', from: ['LISTED'], to: 'PAID', by: ['FINANCE'], input: awardInputs.pay },
    fail: { label: '发放失败', from: ['LISTED'], to: 'FAILED', by: ['FINANCE'], input: awardInputs.fail },
  },
})
export type AwardState = keyof typeof awardLifecycle.states
export type AwardAction = keyof typeof awardLifecycle.actions
export const AWARD_STATES = Object.keys(awardLifecycle.states) as AwardState[]
