import { AtVersion, codeSet, defineLifecycle, optionalText, reasonText, type CodeOf } from '@xishan/domain'
import { z } from 'zod'

export const BATCH_KIND = codeSet('批次类型', '本平台约定', [
  ['REGULAR', '当月发放'],
  ['SUPPLEMENTARY', '补充发放'],
])
export type BatchKind = CodeOf<typeof BATCH_KIND>

export const LINE_KIND = codeSet('发放明细类型', '本平台约定', [
  ['REGULAR', '当月保障金'],
  ['ARREARS', '补发'],
  ['ADJUST', '调整补差'],
  ['ONE_OFF', '一次性发放'],
])
export type LineKind = CodeOf<typeof LINE_KIND>

export const LINE_STATE = codeSet('发放明细状态', '本平台约定', [
  ['PENDING', '待发放'],
  ['HELD', '缓发'],
  ['SENT', '已送银行'],
  ['PAID', '发放成功'],
  ['FAILED', '发放失败'],
  ['REISSUED', '重发成功'],
  ['CANCELLED', '不再发放'],
])
export type LineState = CodeOf<typeof LINE_STATE>

export const FUND_SOURCE = codeSet('资金来源', '本平台约定', [
  ['CENTRAL', '中央资金'],
  ['PROVINCE', '省级资金'],
  ['CITY', '市级资金'],
  ['DISTRICT', '区级资金'],
])
export type FundSource = CodeOf<typeof FUND_SOURCE>

export const BATCH_FINDING = codeSet('发放前校验', '本平台约定', [
  ['ALIVE', '疑似已故'],
  ['UNIQUE', '同一人重复享受'],
  ['ACCOUNT_NAME', '账户名与家庭成员不符'],
  ['ACCOUNT_MISSING', '未登记银行账户'],
  ['OVERLAP', '与其他待遇重叠'],
  ['DEVIATION', '金额与上月相差过大'],
  ['NOT_ACTIVE', '待遇状态不正常'],
  ['DEATH_LIST_STALE', '死亡信息未按期更新'],
])
export type BatchFinding = CodeOf<typeof BATCH_FINDING>

const Opinion = AtVersion.extend({ opinion: reasonText('审核意见') })
const Reason = AtVersion.extend({ reason: reasonText('理由') })
/** The director may go on although the list of deaths is stale, with a reason that is audited. */
const Sign = Opinion.extend({ staleDeathsReason: optionalText('死亡信息未更新仍予签批的理由', 300) })

/** What each action asks for, by the action's name. */
export const batchInputs = {
  create: z.object({}),
  calculate: AtVersion,
  finishCalculation: z.object({}),
  abandonCalculation: AtVersion,
  submit: AtVersion.extend({ staleDeathsReason: optionalText('死亡信息未更新仍予提交的理由', 300) }),
  approveBySection: Opinion,
  approveByFinance: Opinion,
  approveByLeader: Opinion,
  approveByDirector: Sign,
  sendBack: Reason,
  cancel: Reason,
  exportFile: AtVersion,
  registerSent: AtVersion,
  readReturn: AtVersion,
  resendFailed: AtVersion,
  reconcile: AtVersion,
  close: AtVersion,
} as const
export type BatchInputs = { [A in keyof typeof batchInputs]: z.output<(typeof batchInputs)[A]> }

/**
 * The monthly batch (发放批次; specification B10, B11): 科室制表 → 财务复核 → 分管领导 → 局长签批 → 银行 → 回盘 → 对账 → 关账. Who made it
 * signs none of it, and nobody signs twice. Nothing is changed from the director's signature on.
 */
export const batchLifecycle = defineLifecycle({
  name: 'disbursement-batch',
  title: '资金发放',
  initial: 'DRAFT',
  states: {
    DRAFT: { label: '草稿', step: 1, heldBy: ['BU_CLERK'] },
    CALCULATING: { label: '计算中', step: 1 },
    CALCULATED: { label: '已计算，待处理校验结果', step: 2, heldBy: ['BU_CLERK'] },
    CHECKED: { label: '待科室审核', step: 3, heldBy: ['BU_HEAD'] },
    SECTION_APPROVED: { label: '待财务复核', step: 4, heldBy: ['FINANCE'] },
    FINANCE_APPROVED: { label: '待分管领导审核', step: 5, heldBy: ['BU_APPROVER'] },
    LEADER_APPROVED: { label: '待局长签批', step: 6, heldBy: ['DIRECTOR'] },
    APPROVED: { label: '已签批，待生成发放文件', step: 7, heldBy: ['FINANCE'] },
    EXPORTED: { label: '发放文件已生成，待送达', step: 8, heldBy: ['FINANCE'] },
    PAYING: { label: '银行处理中', step: 9, heldBy: ['FINANCE'] },
    RECONCILED: { label: '已对账，待关账', step: 10, heldBy: ['FINANCE'] },
    CLOSED: { label: '已关账', step: 11, final: true },
    CANCELLED: { label: '已作废', final: true },
  },
  actions: {
    create: { label: '新建批次', from: [], to: 'DRAFT', by: ['BU_CLERK'], input: batchInputs.create },
    calculate: { label: '计算', from: ['DRAFT', 'CALCULATED'], to: 'CALCULATING', by: ['BU_CLERK'], input: batchInputs.calculate },
    /** The job's own step when every line is written and checked. */
    finishCalculation: { label: '计算完成', from: ['CALCULATING'], to: 'CALCULATED', by: ['SERVICE'], input: batchInputs.finishCalculation },
    /** The calculation was cancelled or failed. */
    abandonCalculation: { label: '计算中止', from: ['CALCULATING'], to: 'DRAFT', by: ['SERVICE', 'BU_CLERK'], input: batchInputs.abandonCalculation },
    submit: { label: '提交审核', from: ['CALCULATED'], to: 'CHECKED', by: ['BU_CLERK'], input: batchInputs.submit },
    approveBySection: { label: '科室审核通过', from: ['CHECKED'], to: 'SECTION_APPROVED', by: ['BU_HEAD'], notBy: ['create', 'calculate', 'submit'], input: batchInputs.approveBySection },
    approveByFinance: { label: '财务复核通过', from: ['SECTION_APPROVED'], to: 'FINANCE_APPROVED', by: ['FINANCE'], notBy: ['create', 'calculate', 'submit', 'approveBySection'], input: batchInputs.approveByFinance },
    approveByLeader: {
      label: '分管领导同意', from: ['FINANCE_APPROVED'], to: 'LEADER_APPROVED', by: ['BU_APPROVER'],
      notBy: ['create', 'calculate', 'submit', 'approveBySection', 'approveByFinance'], input: batchInputs.approveByLeader,
    },
    approveByDirector: {
      label: '局长签批', from: ['LEADER_APPROVED'], to: 'APPROVED', by: ['DIRECTOR'],
      notBy: ['create', 'calculate', 'submit', 'approveBySection', 'approveByFinance', 'approveByLeader'], input: batchInputs.approveByDirector,
    },
    sendBack: {
      label: '退回制表', from: ['CHECKED', 'SECTION_APPROVED', 'FINANCE_APPROVED', 'LEADER_APPROVED'], to: 'CALCULATED',
      by: ['BU_HEAD', 'FINANCE', 'BU_APPROVER', 'DIRECTOR'], notBy: ['create'], input: batchInputs.sendBack, adverse: true,
    },
    cancel: { label: '作废', from: ['DRAFT', 'CALCULATED'], to: 'CANCELLED', by: ['BU_CLERK'], input: batchInputs.cancel, adverse: true },
    exportFile: { label: '生成发放文件', from: ['APPROVED'], to: 'EXPORTED', by: ['FINANCE'], notBy: ['create', 'calculate', 'submit'], input: batchInputs.exportFile },
    registerSent: { label: '登记已送达', from: ['EXPORTED'], to: 'PAYING', by: ['FINANCE'], input: batchInputs.registerSent },
    readReturn: { label: '导入回盘文件', from: ['PAYING', 'RECONCILED'], to: 'PAYING', by: ['FINANCE'], input: batchInputs.readReturn },
    resendFailed: { label: '重发失败明细', from: ['PAYING', 'RECONCILED'], to: 'EXPORTED', by: ['FINANCE'], notBy: ['create', 'calculate', 'submit'], input: batchInputs.resendFailed },
    reconcile: { label: '对账', from: ['PAYING'], to: 'RECONCILED', by: ['FINANCE'], input: batchInputs.reconcile },
    close: { label: '关账', from: ['RECONCILED'], to: 'CLOSED', by: ['FINANCE'], input: batchInputs.close },
  },
})
export type BatchState = keyof typeof batchLifecycle.states
export type BatchAction = keyof typeof batchLifecycle.actions
export const BATCH_STATES = Object.keys(batchLifecycle.states) as BatchState[]

/** Lines of a batch in these states are the month's past: what is due for it later is arrears. */
export const SETTLED_STATES: readonly BatchState[] = ['APPROVED', 'EXPORTED', 'PAYING', 'RECONCILED', 'CLOSED']
