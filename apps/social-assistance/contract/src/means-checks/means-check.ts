import { IsoDate, PageQuery, ScopeFilter, SearchText, Uuid, pageOf } from '@xishan/domain'
import { z } from 'zod'
import { ANSWER_WAY, CheckAnswer } from './inputs'
import { MEANS_CHECK_STATES } from './lifecycle'

export const MeansCheckRow = z.object({
  id: Uuid,
  applicationId: Uuid,
  number: z.string(),
  applicantName: z.string(),
  communityName: z.string(),
  members: z.int(),
  state: z.enum(MEANS_CHECK_STATES),
  requestedOn: IsoDate,
  dueOn: IsoDate.nullable(),
  /** Answers in hand of answers needed. */
  answered: z.int(),
  needed: z.int(),
})
export type MeansCheckRow = z.infer<typeof MeansCheckRow>

export const MeansCheckQuery = PageQuery.extend({ division: ScopeFilter, q: SearchText, state: z.enum(MEANS_CHECK_STATES, { message: '请从列表中选择核对状态' }).optional() })
export const MeansCheckPage = pageOf(MeansCheckRow)

export const MeansCheckDetail = MeansCheckRow.extend({
  version: z.int(),
  /** 1 for the first check, one more for each re-check. */
  round: z.int(),
  people: z.array(z.object({ memberId: Uuid, name: z.string(), documentMasked: z.string() })),
  answers: z.array(CheckAnswer.safeExtend({ way: ANSWER_WAY.schema, enteredBy: z.string() })),
  conclusion: z.string(),
  concludedOn: IsoDate.nullable(),
  toldOn: IsoDate.nullable(),
  recheckReason: z.string(),
  actions: z.array(z.string()),
})
export type MeansCheckDetail = z.infer<typeof MeansCheckDetail>
