import { AtVersion, AvailableAction, Fen, IsoDate, PageQuery, StepView, Uuid, codeSet, defineLifecycle, pageOf, reasonText, requiredText } from '@xishan/domain'
import { z } from 'zod'
import { DISPOSITION_KIND } from '../dispositions/kinds'
import { AWARD_LINE_STATE } from './award-views'

export const AWARD_FUND = codeSet('资金来源', '本平台约定', [
  ['CENTRAL', '中央资金'],
  ['PROVINCE', '省级资金'],
  ['CITY', '市级资金'],
  ['DISTRICT', '区级资金'],
])

const Opinion = AtVersion.extend({ opinion: reasonText('审核意见') })
const Reason = AtVersion.extend({ reason: reasonText('理由') })

const Outcome = z
  .object({ lineId: Uuid, paidOn: IsoDate.nullable().default(null), failedBecause: reasonText('失败原因', 100).nullable().default(null) })
  .refine(({ paidOn, failedBecause }) => paidOn !== null || failedBecause !== null, { path: ['failedBecause'], message: '没有到账的，请填写失败原因' })
  .refine(({ paidOn, failedBecause }) => paidOn === null || failedBecause === null, { path: ['paidOn'], message: '到账日期和失败原因只填写一项' })

export const awardListInputs = {
  make: z.object({}),
  takeOut: AtVersion.extend({ lines: z.array(Uuid).min(1, '请选择要移出的明细').max(200, '一次最多移出 200 条'), reason: reasonText('移出原因') }),
  submit: AtVersion.extend({ fund: AWARD_FUND.schema, fundDocument: requiredText('指标文号', 80) }),
  review: Opinion,
  approve: Opinion,
  sendBack: Reason,
  cancel: Reason,
  exportFile: AtVersion,
  book: AtVersion.extend({ outcomes: z.array(Outcome).min(1, '请登记至少一条明细的结果').max(200, '一次最多登记 200 条') }),
  close: AtVersion.extend({ paidFen: Fen }),
} as const
export type AwardListInputs = { [A in keyof typeof awardListInputs]: z.output<(typeof awardListInputs)[A]> }

const MAKING = ['make', 'takeOut', 'submit'] as const

/** 发放批次: made by one, reviewed and approved by others, and closed when every line has its outcome and the sums agree to the fen. */
export const awardListLifecycle = defineLifecycle({
  name: 'award-list',
  title: '生态安葬奖补发放',
  initial: 'DRAFT',
  states: {
    DRAFT: { label: '制表中', step: 1, heldBy: ['BU_CLERK'] },
    SUBMITTED: { label: '待科室审核', step: 2, heldBy: ['BU_HEAD'] },
    REVIEWED: { label: '待财务复核', step: 3, heldBy: ['FINANCE'] },
    APPROVED: { label: '待生成发放文件', step: 4, heldBy: ['FINANCE'] },
    EXPORTED: { label: '待登记发放结果', step: 5, heldBy: ['FINANCE'] },
    CLOSED: { label: '已对账关闭', step: 6, final: true },
    CANCELLED: { label: '已作废', final: true },
  },
  actions: {
    make: { label: '新建发放批次', from: [], to: 'DRAFT', by: ['BU_CLERK'], input: awardListInputs.make },
    takeOut: { label: '移出明细', from: ['DRAFT'], to: 'DRAFT', by: ['BU_CLERK'], input: awardListInputs.takeOut },
    submit: { label: '提交审核', from: ['DRAFT'], to: 'SUBMITTED', by: ['BU_CLERK'], input: awardListInputs.submit },
    review: { label: '科室审核通过', from: ['SUBMITTED'], to: 'REVIEWED', by: ['BU_HEAD'], notBy: MAKING, input: awardListInputs.review },
    approve: { label: '财务复核通过', from: ['REVIEWED'], to: 'APPROVED', by: ['FINANCE'], notBy: [...MAKING, 'review'], input: awardListInputs.approve },
    sendBack: { label: '退回制表', from: ['SUBMITTED', 'REVIEWED'], to: 'DRAFT', by: ['BU_HEAD', 'FINANCE'], notBy: MAKING, input: awardListInputs.sendBack, adverse: true },
    cancel: { label: '作废', from: ['DRAFT'], to: 'CANCELLED', by: ['BU_CLERK'], input: awardListInputs.cancel, adverse: true },
    exportFile: { label: '生成发放文件', from: ['APPROVED'], to: 'EXPORTED', by: ['FINANCE'], notBy: MAKING, input: awardListInputs.exportFile },
    book: { label: '登记发放结果', from: ['EXPORTED'], to: 'EXPORTED', by: ['FINANCE'], input: awardListInputs.book },
    close: { label: '对账关闭', from: ['EXPORTED'], to: 'CLOSED', by: ['FINANCE'], input: awardListInputs.close },
  },
})
export type AwardListState = keyof typeof awardListLifecycle.states
export type AwardListAction = keyof typeof awardListLifecycle.actions
const STATES = Object.keys(awardListLifecycle.states) as AwardListState[]
const State = z.enum(STATES, { message: '请从列表中选择批次状态' })

export const MakeAwardList = z.object({ awards: z.array(Uuid).min(1, '请选择要发放的奖补').max(200, '一个批次最多 200 条') })

export const AwardListRow = z.object({
  id: Uuid,
  version: z.int(),
  number: z.string(),
  state: State,
  stateSince: IsoDate,
  madeOn: IsoDate,
  madeBy: z.string(),
  lineCount: z.int(),
  totalFen: z.int(),
  fund: AWARD_FUND.schema.nullable(),
  fundDocument: z.string(),
})
export type AwardListRow = z.infer<typeof AwardListRow>
export const AwardListQuery = PageQuery.extend({ state: State.optional() })
export type AwardListQuery = z.infer<typeof AwardListQuery>
export const AwardListPage = pageOf(AwardListRow)

const Payee = z.object({ awardId: Uuid, awardNumber: z.string(), deceasedName: z.string(), kind: DISPOSITION_KIND.schema, applicantName: z.string(), bank: z.string(), accountLastFour: z.string(), amountFen: z.int(), obstacle: z.string().nullable() })

/** Confirmed awards that are in no list; what keeps one out is said. */
export const PayableAwards = z.object({ awards: z.array(Payee.extend({ confirmedOn: IsoDate, dueOn: IsoDate.nullable() })) })
export type PayableAward = z.infer<typeof PayableAwards>['awards'][number]

export const AwardListDetail = AwardListRow.extend({
  returnedBecause: z.string(),
  approvedOn: IsoDate.nullable(),
  approvedDigest: z.string().nullable(),
  exportedOn: IsoDate.nullable(),
  fileDigest: z.string().nullable(),
  closedOn: IsoDate.nullable(),
  sums: z.array(z.object({ state: AWARD_LINE_STATE.schema, lines: z.int(), amountFen: z.int() })),
  lines: z.array(Payee.extend({ id: Uuid, seq: z.int(), attempt: z.int(), state: AWARD_LINE_STATE.schema, outcomeOn: IsoDate.nullable(), because: z.string() })),
  steps: z.array(StepView),
  actions: z.array(AvailableAction),
  mayDownload: z.boolean(),
})
export type AwardListDetail = z.infer<typeof AwardListDetail>
export type AwardListLine = AwardListDetail['lines'][number]
