import { BenefitMonth, IsoDate, PageQuery, StepView, Uuid, pageOf } from '@xishan/domain'
import { z } from 'zod'
import { FREE_CLASS } from '../bills/bill'
import { FREE_ITEM } from '../prices/price'
import { SETTLEMENT_STATES } from './lifecycle'

export const DrawSettlement = z.object({ facilityId: z.uuid({ message: '请选择服务机构' }), month: BenefitMonth })
export type DrawSettlement = z.infer<typeof DrawSettlement>

export const SettlementRow = z.object({
  id: Uuid,
  version: z.int(),
  number: z.string(),
  state: z.enum(SETTLEMENT_STATES),
  facilityName: z.string(),
  month: z.string(),
  lines: z.int(),
  /** Less than nothing where more was taken back than done. */
  totalFen: z.int(),
  paidOn: IsoDate.nullable(),
  voucher: z.string(),
})
export type SettlementRow = z.infer<typeof SettlementRow>
export const SettlementQuery = PageQuery.extend({ facilityId: Uuid.optional(), month: BenefitMonth.optional(), state: z.enum(SETTLEMENT_STATES).optional() })
export type SettlementQuery = z.infer<typeof SettlementQuery>
export const SettlementPage = pageOf(SettlementRow)

const Sum = z.object({ lines: z.int(), quantity: z.int(), fen: z.int() })
export const SettlementDetail = SettlementRow.extend({
  facilityId: Uuid,
  drawnBy: z.string(),
  items: z.array(Sum.extend({ freeItem: FREE_ITEM.schema })),
  classes: z.array(Sum.extend({ freeClass: FREE_CLASS.schema })),
  /** Lines of the month's reversals, as part of the whole. */
  reversed: Sum,
  steps: z.array(StepView),
  actions: z.array(z.string()),
})
export type SettlementDetail = z.infer<typeof SettlementDetail>

export const SettlementLineRow = z.object({
  id: Uuid,
  position: z.int(),
  billId: Uuid,
  billNumber: z.string(),
  issuedOn: IsoDate,
  isReversal: z.boolean(),
  deceasedName: z.string(),
  freeClass: FREE_CLASS.schema,
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  serviceOn: IsoDate,
  freeQuantity: z.int(),
  unitFen: z.int(),
  freeFen: z.int(),
  freeCause: z.string(),
})
export type SettlementLineRow = z.infer<typeof SettlementLineRow>
export const SettlementLineQuery = PageQuery
export const SettlementLinePage = pageOf(SettlementLineRow)

/** What was issued free up to the end of last month and stands in no settlement. */
export const Unsettled = z.object({ month: z.string(), facilities: z.array(z.object({ id: Uuid, name: z.string(), lines: z.int(), fen: z.int(), firstMonth: z.string() })) })
export type Unsettled = z.infer<typeof Unsettled>
