import { BenefitMonth, DecisionTrace, IsoDate, FlagFilter, PageQuery, ScopeFilter, SearchText, Uuid, codeSet, pageOf, type CodeOf } from '@xishan/domain'
import { z } from 'zod'
import { CHANGE_GROUND, CHANGE_KIND, HOLD_GROUND } from '../benefit-changes/code-sets'
import { RESIDENCE } from '../households/code-sets'

/** Category of a household in pay; it sets how often circumstances are re-checked. */
export const CATEGORY = codeSet('低保类别', '本平台约定', [
  ['A', 'A类（长期保障）'],
  ['B', 'B类（部分劳动能力）'],
  ['C', 'C类（动态管理）'],
])
export type Category = CodeOf<typeof CATEGORY>

export const BENEFIT_STATE = codeSet('待遇状态', '本平台约定', [
  ['NORMAL', '正常'],
  ['HELD', '缓发'],
  ['GRADUAL_EXIT', '渐退'],
  ['STOPPED', '已停发'],
])
export type BenefitState = CodeOf<typeof BENEFIT_STATE>

export const BenefitRow = z.object({
  id: Uuid,
  number: z.string(),
  householdId: Uuid,
  applicantName: z.string(),
  documentMasked: z.string(),
  divisionCode: z.string(),
  streetName: z.string(),
  communityName: z.string(),
  residence: RESIDENCE.schema,
  members: z.int(),
  category: CATEGORY.schema,
  state: BENEFIT_STATE.schema,
  fromMonth: BenefitMonth,
  /** The last month paid; null while in pay. */
  toMonth: BenefitMonth.nullable(),
  amountFen: z.int(),
  recheckOn: z.string().nullable(),
})
export type BenefitRow = z.infer<typeof BenefitRow>

export const BenefitQuery = PageQuery.extend({
  division: ScopeFilter,
  q: SearchText,
  residence: RESIDENCE.schema.optional(),
  category: CATEGORY.schema.optional(),
  state: BENEFIT_STATE.schema.optional(),
  /** Who was in pay in this month. Left out: who is in pay now or will be from the next month on. */
  month: BenefitMonth.optional(),
  recheckDue: FlagFilter,
})
export type BenefitQuery = z.infer<typeof BenefitQuery>
export const BenefitPage = pageOf(BenefitRow)

/** The sums over the whole filter, not over the page: what is paid in the month, and how many households come into pay after it. */
export const BenefitTotals = z.object({ households: z.int(), people: z.int(), amountFen: z.int(), month: BenefitMonth, startingLater: z.int() })
export type BenefitTotals = z.infer<typeof BenefitTotals>

export const BenefitDetail = BenefitRow.extend({
  version: z.int(),
  applicationId: Uuid.nullable(),
  applicationNumber: z.string().nullable(),
  reason: z.string(),
  /** The ground, an illness for one, is null to who does not see circumstances; empty when there is no supplement. */
  covered: z.array(z.object({ memberId: Uuid, name: z.string(), relation: z.string(), supplementFen: z.int(), supplementGround: z.string().nullable() })),
  /** How the amount came about (认定依据). */
  trace: DecisionTrace.nullable(),
  /** Why nothing is or was sent, newest first. */
  holds: z.array(
    z.object({ id: Uuid, ground: HOLD_GROUND.schema, because: z.string(), fromMonth: BenefitMonth, placedOn: IsoDate, placedBy: z.string(), liftedOn: IsoDate.nullable(), liftedBecause: z.string().nullable() }),
  ),
  changes: z.array(z.object({ id: Uuid, number: z.string(), kind: CHANGE_KIND.schema, ground: CHANGE_GROUND.schema, state: z.string(), reportedOn: IsoDate, beforeFen: z.int(), proposedFen: z.int().nullable() })),
  /** What a gradual exit still pays, month by month. */
  schedule: z.array(z.object({ month: BenefitMonth, amountFen: z.int() })),
  history: z.array(z.object({ fromMonth: BenefitMonth, toMonth: BenefitMonth.nullable(), amountFen: z.int(), members: z.int(), reason: z.string() })),
})
export type BenefitDetail = z.infer<typeof BenefitDetail>
