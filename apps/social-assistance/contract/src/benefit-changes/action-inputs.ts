import { AccountInput, AtVersion, BenefitMonth, Fen, IsoDate, RELATION, Uuid, reasonText, codeSet, type CodeOf } from '@xishan/domain'
import { z } from 'zod'
import { CHANGE_GROUND, CHANGE_KIND, CHANGE_SOURCE } from './code-sets'
import { GROUNDS } from './grounds'

/** What comes of a household that was looked at again. */
export const CHANGE_OUTCOME = codeSet('变更意见', '本平台约定', [
  ['CHANGE', '变更'],
  ['UNCHANGED', '无变化'],
  ['GRADUAL_EXIT', '渐退'],
  ['STOP', '停发'],
])
export type ChangeOutcome = CodeOf<typeof CHANGE_OUTCOME>

const Relations = z.array(z.object({ memberId: Uuid, relation: RELATION.schema })).max(20, '家庭成员超过 20 人，请核对')

export const ReportChange = z
  .object({
    benefitId: Uuid,
    kind: CHANGE_KIND.schema,
    ground: CHANGE_GROUND.schema,
    source: CHANGE_SOURCE.schema,
    content: reasonText('变更情况', 1000),
    occurredOn: IsoDate,
    reportedOn: IsoDate,
    /** A new account, when the card changes. */
    account: AccountInput.optional(),
    /** Everybody's relation to the new head, who is "0". */
    relations: Relations.optional(),
  })
  .superRefine(({ kind, ground, account, relations, occurredOn, reportedOn }, context) => {
    if (!GROUNDS[ground].kinds.includes(kind)) context.addIssue({ code: 'custom', path: ['ground'], message: '该事由不适用于所选的变更类型，请重新选择' })
    if (kind === 'ACCOUNT' && !account) context.addIssue({ code: 'custom', path: ['account'], message: '请填写新的银行账户' })
    if (kind === 'HEAD' && relations?.filter(({ relation }) => relation === '0').length !== 1)
      context.addIssue({ code: 'custom', path: ['relations'], message: '请选择新户主，并填写其他成员与新户主的关系' })
    if (occurredOn > reportedOn) context.addIssue({ code: 'custom', path: ['occurredOn'], message: '发生日期不能晚于报告日期，请改正' })
  })
export type ReportChange = z.infer<typeof ReportChange>

const opinion = (title: string) => AtVersion.extend({ opinion: reasonText(title) })
/** The amount that stood on the screen; another one by now means that something changed in between. */
const agreed = (title: string) => AtVersion.extend({ opinion: reasonText(title), amountFen: Fen })

/** What each action asks for, by the action's name. */
export const changeInputs = {
  /** The case's first step; what it says is {@link ReportChange}. */
  report: z.object({}),
  propose: agreed('核实意见').extend({
    outcome: CHANGE_OUTCOME.schema,
    /** First month that the change counts for. */
    fromMonth: BenefitMonth.nullable().default(null),
    /** Of an exit or a stop: the last month paid. */
    lastMonth: BenefitMonth.nullable().default(null),
  }),
  review: agreed('审核意见'),
  confirmUnchanged: opinion('审核意见'),
  confirm: agreed('确认意见'),
  sendBack: AtVersion.extend({ reason: reasonText('退回的理由') }),
  reject: AtVersion.extend({ reason: reasonText('不予变更的理由') }),
  withdraw: AtVersion.extend({ reason: reasonText('撤销的理由') }),
} as const
export type ChangeInputs = { [A in keyof typeof changeInputs]: z.output<(typeof changeInputs)[A]> }
