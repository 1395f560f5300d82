import { AtVersion, BenefitMonth, IsoDate, Uuid } from '@xishan/domain'
import { z } from 'zod'
import { Deduction, IncomeItem } from './income'
import { PropertyItem } from './property'

/** A member's finances were looked into in full, and when. Without it, an empty list means unknown, not nothing. */
export const Examination = z.object({ memberId: Uuid, on: IsoDate })

/** The family's economic circumstances (家庭经济状况, 57号 §12–§14). */
export const Finances = z.object({
  /** The last month of the look-back. */
  lookBackTo: BenefitMonth,
  examined: z.array(Examination).max(20, '家庭成员超过 20 人，请核对').default([]),
  incomes: z.array(IncomeItem).max(200, '收入项目过多，请合并同类项').default([]),
  deductions: z.array(Deduction).max(100, '扣减项目过多，请合并同类项').default([]),
  properties: z.array(PropertyItem).max(200, '财产项目过多，请合并同类项').default([]),
})
export type Finances = z.infer<typeof Finances>

export const FinancesInput = AtVersion.extend(Finances.shape)
export type FinancesInput = z.infer<typeof FinancesInput>
