import { IdParams, PaperQuery, Saved, actionPermissions, actionRoute, type ContractPart } from '@xishan/domain'
import { recoveryInputs } from './action-inputs'
import { recoveryLifecycle } from './lifecycle'
import { FineInput, OpenRecovery, RecoveryDetail, RecoveryPage, RecoveryQuery, RecoveryTotals, RepaymentInput } from './recovery-views'

const takes = actionRoute('recovery', recoveryLifecycle, '/recoveries/:id', recoveryInputs)
const { 'recovery.settle': _, ...permitted } = actionPermissions('recovery', recoveryLifecycle)

export const recoveries = {
  permissions: {
    ...permitted,
    viewRecoveries: ['ST_CLERK', 'ST_REVIEWER', 'ST_LEADER', 'BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'FINANCE', 'DISCIPLINE'],
    recordRepayments: ['FINANCE'],
    recordFines: ['BU_HEAD', 'BU_APPROVER'],
  },
  problems: {
    'overpaid-more-than-paid': { status: 422, title: '多发金额有误', detail: '{month} 实际发放 {paid} 元，已登记追回 {found} 元，不能再登记多发 {asked} 元，请核对发放记录。' },
    'recovery-way': { status: 409, title: '与协商的方式不符', detail: '协商的追回方式为“{way}”，不能“{action}”。请先重新登记协商结果。' },
    'offset-not-in-pay': { status: 409, title: '本户已不发放保障金', detail: '本户当前没有可供抵扣的保障金，请与本户协商退款安排。' },
    'offset-too-much': { status: 422, title: '每月抵扣金额过高', detail: '每月抵扣不得超过当月保障金的 {share}%，即 {most} 元，请调低。' },
    'instalments-do-not-add-up': { status: 422, title: '退款分期不等于欠款', detail: '各期合计 {sum} 元，应等于尚欠的 {owed} 元，日期应由先到后且不早于协商日期，请改正。' },
    'repayment-too-much': { status: 422, title: '退款超过欠款', detail: '尚欠 {owed} 元，其中 {reserved} 元正在发放中抵扣，最多可再登记退款 {most} 元。多交的款项请退还交款人。' },
    'receipt-booked': { status: 409, title: '收据已登记', detail: '收据 {receipt} 已登记过退款，不能重复登记，请核对收据号。' },
    'recovery-not-open': { status: 409, title: '本件已不收款', detail: '当前为“{state}”，不能登记退款。' },
    'offset-under-way': { status: 409, title: '有抵扣正在发放', detail: '还有 {reserved} 元正在发放中抵扣，请待银行回盘后再核销。' },
    'fine-out-of-range': { status: 422, title: '罚款金额不符', detail: '罚款应为应追回金额的 {from} 倍以上 {to} 倍以下，即 {least} 元至 {most} 元，请核对处罚决定书。' },
    'fine-without-fraud': { status: 409, title: '不属于骗取救助', detail: '只有虚报、隐瞒、伪造骗取的才登记罚款，本件多发原因为“{cause}”。' },
    'claim-amounts': { status: 422, title: '请核定多发金额', detail: '{reason}，请按在世成员应得的金额核定后填写。' },
    'claim-nothing': { status: 422, title: '没有可追回的金额', detail: '各月核定的多发金额均为 0，请改为“不予追回”。' },
    'date-before': { status: 422, title: '日期有误', detail: '{field}不能早于 {earliest}，请改正。' },
  },
  routes: {
    findRecoveries: { method: 'GET', path: '/recoveries', summary: '追回列表', may: 'viewRecoveries', query: RecoveryQuery, answer: RecoveryPage },
    sumRecoveries: { method: 'GET', path: '/recoveries/totals', summary: '应追回、已收回和尚欠金额', may: 'viewRecoveries', query: RecoveryQuery, answer: RecoveryTotals },
    getRecovery: { method: 'GET', path: '/recoveries/:id', summary: '追回', may: 'viewRecoveries', params: IdParams, answer: RecoveryDetail },
    printRecoveryNotice: { method: 'GET', path: '/recoveries/:id/notice', summary: '追回告知书', may: 'viewRecoveries', params: IdParams, query: PaperQuery, answer: 'file' },
    openRecovery: { method: 'POST', path: '/recoveries', summary: '登记检查发现的多发', may: 'recovery.find', body: OpenRecovery, answer: Saved },
    claimRecovery: takes('claim'),
    forgoRecovery: takes('forgo'),
    notifyRecovery: takes('notify'),
    agreeRecovery: takes('agree'),
    startOffsetting: takes('startOffsetting'),
    startRepaying: takes('startRepaying'),
    writeOffRecovery: takes('writeOff'),
    takeRecoveryToCourt: takes('toCourt'),
    withdrawRecovery: takes('withdraw'),
    recordRepayment: { method: 'POST', path: '/recoveries/:id/repayments', summary: '登记退款', may: 'recordRepayments', params: IdParams, body: RepaymentInput, answer: Saved },
    recordFine: { method: 'POST', path: '/recoveries/:id/fine', summary: '登记罚款', may: 'recordFines', params: IdParams, body: FineInput, answer: Saved },
  },
} as const satisfies ContractPart
