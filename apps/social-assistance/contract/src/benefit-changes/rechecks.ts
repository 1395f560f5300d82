import { IsoDate, Light, PageQuery, ScopeFilter, Uuid, pageOf, reasonText } from '@xishan/domain'
import { z } from 'zod'
import { CATEGORY } from '../benefits/benefit'
import { BENEFIT_CHANGE_STATES } from './lifecycle'

/** A household whose circumstances are to be looked at again (57号 §31), soonest due first. */
export const RecheckRow = z.object({
  benefitId: Uuid,
  version: z.int(),
  number: z.string(),
  applicantName: z.string(),
  divisionCode: z.string(),
  streetName: z.string(),
  communityName: z.string(),
  members: z.int(),
  category: CATEGORY.schema,
  amountFen: z.int(),
  recheckOn: IsoDate,
  light: Light,
  /** The open re-check, when there is one. */
  change: z.object({ id: Uuid, version: z.int(), state: z.enum(BENEFIT_CHANGE_STATES), proposedBy: z.string().nullable() }).nullable(),
})
export type RecheckRow = z.infer<typeof RecheckRow>

export const RecheckQuery = PageQuery.extend({
  division: ScopeFilter,
  /** Due by this day; left out: within the period in which the light is yellow. */
  until: IsoDate.optional(),
  stage: z.enum(['TODO', 'PROPOSED'], { message: '请从列表中选择复核进度' }).optional(),
})
export type RecheckQuery = z.infer<typeof RecheckQuery>
export const RecheckPage = pageOf(RecheckRow)

const MOST = 200
const Versioned = z.object({ id: Uuid, version: z.int('版本号应为整数').min(1, '版本号应为正整数') })
const chosen = (title: string) => z.array(Versioned).min(1, `请至少选择一户${title}`).max(MOST, `一次最多办理 ${MOST} 户，请分批办理`)

/** Households that were visited or asked and are as they were; whoever looked says so of each. */
export const ProposeUnchanged = z.object({ benefits: chosen('到期家庭'), checkedOn: IsoDate, opinion: reasonText('复核情况') })
export type ProposeUnchanged = z.infer<typeof ProposeUnchanged>

export const ConfirmUnchanged = z.object({ changes: chosen('待确认的家庭'), opinion: reasonText('审核意见') })
export type ConfirmUnchanged = z.infer<typeof ConfirmUnchanged>
