import { AtVersion, BenefitMonth, DELIVERY_WAY, Fen, IsoDate, reasonText, requiredText } from '@xishan/domain'
import { z } from 'zod'
import { RECOVERY_WAY } from './recovery'

const Opinion = AtVersion.extend({ opinion: reasonText('意见') })

const Instalment = z.object({ dueOn: IsoDate, amountFen: Fen.min(1, '每期金额应大于 0') })
export type Instalment = z.infer<typeof Instalment>

/** What each action asks for, by the action's name. */
export const recoveryInputs = {
  find: z.object({}),
  settle: z.object({}),
  /** An amount for each month that the rules could not assess. */
  claim: Opinion.extend({ amounts: z.array(z.object({ month: BenefitMonth, amountFen: Fen })).max(120, '一次最多核定 120 个月').default([]) }),
  forgo: AtVersion.extend({ reason: reasonText('不予追回的理由') }),
  notify: AtVersion.extend({ deliveredOn: IsoDate, way: DELIVERY_WAY.schema, receivedBy: requiredText('签收人', 50) }),
  agree: AtVersion.extend({
    way: RECOVERY_WAY.schema,
    agreedOn: IsoDate,
    /** Of an offset: what is kept back of each month's pay. */
    monthlyOffsetFen: Fen.min(1, '每月抵扣金额应大于 0').nullable().default(null),
    /** Of a repayment: when how much; adds up to what is owed. */
    instalments: z.array(Instalment).max(60, '退款分期不能超过 60 期').default([]),
    remark: reasonText('协商情况'),
  }),
  startOffsetting: Opinion,
  startRepaying: Opinion,
  writeOff: AtVersion.extend({ opinion: reasonText('核销意见'), document: requiredText('财政部门批复文号', 100), documentOn: IsoDate }),
  toCourt: AtVersion.extend({ court: requiredText('人民法院', 100), reason: reasonText('申请强制执行或起诉的理由') }),
  withdraw: AtVersion.extend({ reason: reasonText('撤销的理由') }),
} as const
export type RecoveryInputs = { [A in keyof typeof recoveryInputs]: z.output<(typeof recoveryInputs)[A]> }
