import { IsoDate, PageQuery, ScopeFilter, Uuid, pageOf } from '@xishan/domain'
import { z } from 'zod'

export const PostingView = z.object({
  id: Uuid,
  round: z.int(),
  startsOn: IsoDate,
  /** The last day of the period; it may be closed from the next day. */
  endsOn: IsoDate,
  place: z.string(),
  recommend: z.boolean(),
  amountFen: z.int(),
  /** Newest photo of the posted sheet. */
  photoOn: IsoDate.nullable(),
  closedOn: IsoDate.nullable(),
})
export type PostingView = z.infer<typeof PostingView>

/**
 * What anyone may read: exactly what 57号 §24 orders, and nothing that leads to another record. There is no search by name.
 * On the web stand opinions in favour only; the sheet in the community shows them all.
 */
export const PublicPosting = z.object({
  applicantName: z.string(),
  members: z.int(),
  amountFen: z.int(),
  communityName: z.string(),
  startsOn: IsoDate,
  endsOn: IsoDate,
})
export type PublicPosting = z.infer<typeof PublicPosting>

/** The long-term list of households in pay (长期公示). */
export const PublicBenefit = z.object({ applicantName: z.string(), members: z.int(), amountFen: z.int(), communityName: z.string(), fromMonth: z.string() })
export type PublicBenefit = z.infer<typeof PublicBenefit>

export const PublicQuery = PageQuery.extend({ division: ScopeFilter })
export const PublicPostingPage = pageOf(PublicPosting)
export const PublicBenefitPage = pageOf(PublicBenefit)
