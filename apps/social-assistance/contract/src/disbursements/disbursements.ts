import { IdParams, Saved, actionPermissions, actionRoute, paperParams, type ContractPart } from '@xishan/domain'
import { BATCH_PAPER, BatchDetail, BatchPage, BatchPaperQuery, BatchQuery, CreateBatch, MoneyQuery, MoneyStatistics, NextBatch, SetFunds } from './batch'
import { batchInputs, batchLifecycle } from './lifecycle'
import { AnswerFindings, BatchLineDetail, BatchLinePage, BatchLineQuery, FindingPage, FindingQuery, RosterFilters, TakeOutLines } from './line'

const takes = actionRoute('batch', batchLifecycle, '/batches/:id', batchInputs)

/** The actions that follow the director's signature are granted where their endpoints stand, among the payments. */
const {
  'batch.finishCalculation': _finish, 'batch.exportFile': _export, 'batch.registerSent': _sent, 'batch.readReturn': _return, 'batch.resendFailed': _resend,
  'batch.reconcile': _reconcile, 'batch.close': _close, ...permitted
} = actionPermissions('batch', batchLifecycle)

export const disbursements = {
  permissions: {
    ...permitted,
    viewBatches: ['BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'FINANCE', 'DISCIPLINE'],
    editBatches: ['BU_CLERK'],
  },
  problems: {
    'batch-exists': { status: 409, title: '本月已有发放批次', detail: '{month} 已有当月发放批次 {number}，一个月只能有一个。需要另行发放的，请新建补充发放批次。' },
    'batch-month-closed': { status: 422, title: '月份已签批', detail: '{month} 已签批发放，不能再做当月发放批次。请选择 {first} 及以后的月份，或新建补充发放批次。' },
    'batch-month-ahead': { status: 422, title: '月份过早', detail: '最早可做到 {last} 的批次，请先完成以前月份的发放批次。' },
    'batch-not-editable': { status: 409, title: '批次不能修改', detail: '当前为“{state}”，不能修改资金、校验结果和明细。需要修改的，请先退回制表。' },
    'batch-empty': { status: 409, title: '批次没有可发放的明细', detail: '本批次没有待发放的明细，不能提交审核。请重新计算，或作废本批次。' },
    'funds-differ': { status: 409, title: '资金来源合计与应发金额不符', detail: '资金来源合计 {funds} 元，本批次应发 {total} 元，相差 {difference} 元。请改正资金来源后再办理。' },
    'findings-open': { status: 409, title: '还有校验结果未处理', detail: '还有 {count} 项校验结果未处理。请移出明细或写明情况后再提交。' },
    'finding-must-go': { status: 409, title: '须移出发放明细', detail: '“{finding}”不能只写说明，请将该明细移出（缓发或不再发放）。' },
    'line-not-waiting': { status: 409, title: '明细不在待发放状态', detail: '第 {seq} 号明细当前为“{state}”，不能移出。请刷新后重新选择。' },
    'batch-outdated': { status: 409, title: '计算后情况有变化', detail: '计算以后有 {households} 户的待遇、缓发、抵扣或账户发生变化，与本批次明细不一致。请退回制表，重新计算后再审核。' },
    'batch-outdated-draft': { status: 409, title: '计算后情况有变化', detail: '计算以后有 {households} 户的待遇、缓发、抵扣或账户发生变化，与本批次明细不一致。请重新计算后再提交。' },
    'calculation-running': { status: 409, title: '正在计算', detail: '本批次正由 {by} 计算，请待计算完成；需要重来的，请先中止计算。' },
    'roster-too-long': { status: 409, title: '花名册过长', detail: '所选范围共 {count} 条明细，超过 {most} 条的花名册请按街道或社区打印，或者导出 Excel。' },
  },
  routes: {
    findBatches: { method: 'GET', path: '/batches', summary: '发放批次列表', may: 'viewBatches', query: BatchQuery, answer: BatchPage },
    nextBatch: { method: 'GET', path: '/batches/next', summary: '下一个可发放的月份', may: 'batch.create', answer: NextBatch },
    getBatch: { method: 'GET', path: '/batches/:id', summary: '发放批次', may: 'viewBatches', params: IdParams, answer: BatchDetail },
    findBatchLines: { method: 'GET', path: '/batches/:id/lines', summary: '发放明细', may: 'viewBatches', params: IdParams, query: BatchLineQuery, answer: BatchLinePage },
    getBatchLine: { method: 'GET', path: '/batch-lines/:id', summary: '一条发放明细和计算依据', may: 'viewBatches', params: IdParams, answer: BatchLineDetail },
    findFindings: { method: 'GET', path: '/batches/:id/findings', summary: '发放前校验结果', may: 'viewBatches', params: IdParams, query: FindingQuery, answer: FindingPage },
    getMoney: { method: 'GET', path: '/money', summary: '资金统计', may: 'viewBatches', query: MoneyQuery, answer: MoneyStatistics },
    printBatchPaper: { method: 'GET', path: '/batches/:id/papers/:kind', summary: '发放花名册和汇总审批表', may: 'viewBatches', params: paperParams(BATCH_PAPER), query: BatchPaperQuery, answer: 'file' },
    exportRoster: { method: 'POST', path: '/batches/:id/roster', summary: '导出发放花名册', may: 'viewBatches', params: IdParams, body: RosterFilters, answer: Saved },

    createBatch: { method: 'POST', path: '/batches', summary: '新建发放批次', may: 'batch.create', body: CreateBatch, answer: Saved },
    setFunds: { method: 'PUT', path: '/batches/:id/funds', summary: '填写资金来源', may: 'editBatches', params: IdParams, body: SetFunds, answer: Saved },
    calculateBatch: takes('calculate'),
    abandonCalculation: takes('abandonCalculation'),
    answerFindings: { method: 'POST', path: '/batches/:id/findings/answer', summary: '说明校验结果', may: 'editBatches', params: IdParams, body: AnswerFindings, answer: Saved },
    takeOutLines: { method: 'POST', path: '/batches/:id/lines/take-out', summary: '移出发放明细', may: 'editBatches', params: IdParams, body: TakeOutLines, answer: Saved },
    submitBatch: takes('submit'),
    approveBySection: takes('approveBySection'),
    approveByFinance: takes('approveByFinance'),
    approveByLeader: takes('approveByLeader'),
    approveByDirector: takes('approveByDirector'),
    sendBatchBack: takes('sendBack'),
    cancelBatch: takes('cancel'),
  },
} as const satisfies ContractPart
