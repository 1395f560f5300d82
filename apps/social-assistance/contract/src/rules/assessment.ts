import { DecisionTrace, TraceResult, Uuid } from '@xishan/domain'
import { z } from 'zod'
import { ENTRY } from '../applications/window'
import { CATEGORY } from '../benefits/benefit'

export const SUPPLEMENT_GROUND = ['ELDERLY', 'MINOR', 'SEVERELY_DISABLED', 'SERIOUSLY_ILL'] as const
export const SupplementGround = z.enum(SUPPLEMENT_GROUND)
export type SupplementGround = z.infer<typeof SupplementGround>
export const SUPPLEMENT_LABELS: Record<SupplementGround, string> = {
  ELDERLY: '老年人',
  MINOR: '未成年人',
  SEVERELY_DISABLED: '重度残疾人',
  SERIOUSLY_ILL: '重病患者',
}

/** What the rules say of one member. Amounts are fen a month. */
export const MemberAssessment = z.object({
  memberId: Uuid,
  /** Among the co-living members by 57号 §7; null while unknown. */
  counted: z.boolean().nullable(),
  countedBecause: z.string(),
  /** Paid for: in a single-person entry only that person. */
  covered: z.boolean(),
  incomeFen: z.int(),
  supplementFen: z.int(),
  supplementGround: SupplementGround.nullable(),
})
export type MemberAssessment = z.infer<typeof MemberAssessment>

/** What the rules propose for a household; a person decides. */
export const Assessment = z.object({
  result: TraceResult,
  entry: ENTRY.schema,
  category: CATEGORY.schema.nullable(),
  /** Fen a month; 0 without a `pass`. */
  amountFen: z.int(),
  /** The amount if what is still unknown turns out well; null where a condition failed or it cannot be worked out. */
  expectedFen: z.int().nullable(),
  standardFen: z.int(),
  /** Monthly, rounded half-up for reading; the amount is worked out of the unrounded sum. */
  perCapitaFen: z.int().nullable(),
  countedMembers: z.int(),
  coveredMembers: z.int(),
  recheckMonths: z.int().nullable(),
  perMember: z.array(MemberAssessment),
  trace: DecisionTrace,
})
export type Assessment = z.infer<typeof Assessment>
