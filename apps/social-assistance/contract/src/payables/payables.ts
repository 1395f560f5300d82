import { IdParams, Saved, actionPermissions, actionRoute, type ContractPart } from '@xishan/domain'
import { adjustmentLifecycle, oneOffLifecycle, payableInputs, standardChangeLifecycle } from './lifecycles'
import { AdjustmentInput, AdjustmentPage, AdjustmentQuery, CancelPayable, OneOffInput, OneOffPage, OneOffQuery, OneOffRange, OneOffSums, PayablePage, PayableQuery, PayableTotals } from './payable-views'
import { StandardChangeDetail, StandardChangePage, StandardChangeQuery, StandardPreviewInput, StandardResultPage, StandardResultQuery } from './standard-change'

const VIEWERS = ['ST_CLERK', 'ST_REVIEWER', 'ST_LEADER', 'BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'FINANCE', 'DISCIPLINE'] as const
const BUREAU = ['BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR'] as const
const onGrant = actionRoute('oneOff', oneOffLifecycle, '/one-off-grants/:id', payableInputs)
const onAdjustment = actionRoute('adjustment', adjustmentLifecycle, '/adjustments/:id', payableInputs)

export const payables = {
  permissions: {
    ...actionPermissions('oneOff', oneOffLifecycle),
    ...actionPermissions('adjustment', adjustmentLifecycle),
    viewPayables: VIEWERS,
    cancelPayables: ['BU_HEAD', 'BU_APPROVER'],
    viewOneOffGrants: [...BUREAU, 'FINANCE', 'DISCIPLINE'],
    viewStandardChanges: [...BUREAU, 'FINANCE', 'DISCIPLINE'],
    previewStandard: BUREAU,
    applyStandard: standardChangeLifecycle.actions.apply.by.filter((role) => role !== 'SERVICE'),
  },
  problems: {
    'standard-not-monthly': { status: 422, title: '不是保障标准', detail: '“{title}”不影响保障金额，不能测算。请选择保障标准、档次金额、最低发放额或分类施保比例。' },
    'standard-not-yet': { status: 409, title: '尚未到执行月份', detail: '本次调整自 {month} 起执行，届时由系统自动执行，不必提前办理。' },
    'standard-applied': { status: 409, title: '已执行', detail: '本次调整已于 {on} 执行完毕，不能重复执行。' },
    'payable-in-batch': { status: 409, title: '已列入发放批次', detail: '该笔款项已列入批次 {batch}，不能取消。批次未签批的，请先在批次中移出。' },
    'payable-cancelled': { status: 409, title: '已取消', detail: '该笔款项已于 {on} 取消，不必重复办理。' },
    'grant-in-batch': { status: 409, title: '已有款项列入批次', detail: '已有 {count} 笔款项列入发放批次，不能撤销。未列入的可在应补发款中逐笔取消。' },
    'grant-for-nobody': { status: 422, title: '没有符合条件的家庭', detail: '{month} 没有符合所选条件的在保家庭，请核对月份和范围。' },
    'grant-month': { status: 422, title: '月份有误', detail: '月份不能晚于业务日期所在月份 {month}，在保家庭届时才能确定。' },
    'adjustment-not-in-pay': { status: 422, title: '当月不在保', detail: '该待遇 {month} 不在发放期间，不能补差，请核对月份。' },
  },
  routes: {
    findPayables: { method: 'GET', path: '/payables', summary: '应补发款列表', may: 'viewPayables', query: PayableQuery, answer: PayablePage },
    sumPayables: { method: 'GET', path: '/payables/totals', summary: '应补发款合计', may: 'viewPayables', query: PayableQuery, answer: PayableTotals },
    cancelPayable: { method: 'POST', path: '/payables/:id/cancellation', summary: '取消应补发款', may: 'cancelPayables', params: IdParams, body: CancelPayable, answer: Saved },

    findOneOffGrants: { method: 'GET', path: '/one-off-grants', summary: '一次性发放列表', may: 'viewOneOffGrants', query: OneOffQuery, answer: OneOffPage },
    countOneOffGrant: { method: 'POST', path: '/one-off-grants/count', summary: '一次性发放测算', may: 'viewOneOffGrants', body: OneOffRange, answer: OneOffSums },
    proposeOneOffGrant: { method: 'POST', path: '/one-off-grants', summary: '提出一次性发放', may: 'oneOff.propose', body: OneOffInput, answer: Saved },
    approveOneOffGrant: onGrant('approve'),
    rejectOneOffGrant: onGrant('reject'),
    withdrawOneOffGrant: onGrant('withdraw'),

    findAdjustments: { method: 'GET', path: '/adjustments', summary: '调整补差列表', may: 'viewPayables', query: AdjustmentQuery, answer: AdjustmentPage },
    proposeAdjustment: { method: 'POST', path: '/adjustments', summary: '提出调整补差', may: 'adjustment.propose', body: AdjustmentInput, answer: Saved },
    approveAdjustment: onAdjustment('approve'),
    rejectAdjustment: onAdjustment('reject'),
    withdrawAdjustment: onAdjustment('withdraw'),

    findStandardChanges: { method: 'GET', path: '/standard-changes', summary: '标准调整执行列表', may: 'viewStandardChanges', query: StandardChangeQuery, answer: StandardChangePage },
    previewStandard: { method: 'POST', path: '/standard-changes/previews', summary: '标准调整测算', may: 'previewStandard', body: StandardPreviewInput, answer: Saved },
    getStandardChange: { method: 'GET', path: '/standard-changes/:id', summary: '标准调整执行', may: 'viewStandardChanges', params: IdParams, answer: StandardChangeDetail },
    findStandardResults: { method: 'GET', path: '/standard-changes/:id/results', summary: '标准调整逐户结果', may: 'viewStandardChanges', params: IdParams, query: StandardResultQuery, answer: StandardResultPage },
    applyStandard: { method: 'POST', path: '/standard-changes/:id/apply', summary: '执行标准调整', may: 'applyStandard', params: IdParams, body: standardChangeLifecycle.actions.apply.input, answer: Saved },
  },
} as const satisfies ContractPart
