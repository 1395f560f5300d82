import { AccountView, AvailableAction, BenefitMonth, FlagFilter, IsoDate, Light, PageQuery, ScopeFilter, SearchText, StepView, Uuid, pageOf } from '@xishan/domain'
import { z } from 'zod'
import { AttachmentView } from '../documents/attachment-kinds'
import { Assessment } from '../rules/assessment'
import { CHANGE_OUTCOME } from './action-inputs'
import { CHANGE_GROUND, CHANGE_KIND, CHANGE_SOURCE } from './code-sets'
import { AmountDifference } from './difference'
import { ChangeFacts } from './facts'
import { BENEFIT_CHANGE_STATES } from './lifecycle'
import { CHANGE_PAPER, ChangeDeliveryView } from './papers'

export const BenefitChangeRow = z.object({
  id: Uuid,
  number: z.string(),
  benefitId: Uuid,
  applicantName: z.string(),
  divisionCode: z.string(),
  streetName: z.string(),
  communityName: z.string(),
  kind: CHANGE_KIND.schema,
  ground: CHANGE_GROUND.schema,
  source: CHANGE_SOURCE.schema,
  state: z.enum(BENEFIT_CHANGE_STATES),
  stateSince: IsoDate,
  reportedOn: IsoDate,
  beforeFen: z.int(),
  /** What is proposed or decided; null where the amount is not at stake or not yet known. */
  proposedFen: z.int().nullable(),
  fromMonth: BenefitMonth.nullable(),
  lastMonth: BenefitMonth.nullable(),
  dueOn: IsoDate.nullable(),
  light: Light.nullable(),
})
export type BenefitChangeRow = z.infer<typeof BenefitChangeRow>

export const BenefitChangeQuery = PageQuery.extend({
  division: ScopeFilter,
  q: SearchText,
  kind: CHANGE_KIND.schema.optional(),
  state: z.enum(BENEFIT_CHANGE_STATES, { message: '请从列表中选择变更环节' }).optional(),
  open: FlagFilter,
  mine: FlagFilter,
  benefitId: z.uuid('待遇编号格式不正确').optional(),
})
export type BenefitChangeQuery = z.infer<typeof BenefitChangeQuery>
export const BenefitChangePage = pageOf(BenefitChangeRow)

/** A month and an amount of it. */
export const MonthAmount = z.object({ month: BenefitMonth, amountFen: z.int() })

export const BenefitChangeDetail = BenefitChangeRow.extend({
  version: z.int(),
  householdId: Uuid,
  benefitNumber: z.string(),
  content: z.string(),
  occurredOn: IsoDate,
  reportedBy: z.string(),
  /** Told later than the law allows (83号). */
  isLate: z.boolean(),
  article: z.string().nullable(),
  /** The sheet as it is now; null to who does not see circumstances, and where nothing is worked out anew. */
  facts: ChangeFacts.nullable(),
  people: z.array(z.object({ id: Uuid, name: z.string(), documentMasked: z.string() })),
  /** Whether somebody filled the sheet in; else it is as the household was last known. */
  isFilled: z.boolean(),
  outcome: CHANGE_OUTCOME.schema.nullable(),
  assessment: Assessment.nullable(),
  difference: AmountDifference.nullable(),
  /** What was paid for before, to compare with while typing. */
  coveredBefore: z.array(z.object({ memberId: Uuid, name: z.string(), supplementFen: z.int() })),
  newAccount: AccountView.nullable(),
  newHead: z.string().nullable(),
  firstOpenMonth: BenefitMonth,
  /** The latest last month of a gradual exit. */
  lastExitMonth: BenefitMonth,
  schedule: z.array(MonthAmount),
  arrears: z.array(MonthAmount),
  recovery: z.object({ id: Uuid, number: z.string(), dueFen: z.int() }).nullable(),
  decidedOn: IsoDate.nullable(),
  decidedBy: z.string().nullable(),
  opinion: z.string(),
  remedy: z.string(),
  deliveries: z.array(ChangeDeliveryView),
  papers: z.array(CHANGE_PAPER.schema),
  attachments: z.array(AttachmentView),
  steps: z.array(StepView),
  editable: z.boolean(),
  actions: z.array(AvailableAction),
})
export type BenefitChangeDetail = z.infer<typeof BenefitChangeDetail>
