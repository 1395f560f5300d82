import { BenefitMonth, Instant, IsoDate } from '@xishan/domain'
import { z } from 'zod'

/** What the line that pays says of a month's deaths. */
export const DeathFigures = z.object({
  month: BenefitMonth,
  deaths: z.int().min(0),
  payees: z.int().min(0),
  holds: z.int().min(0),
  savedFen: z.int().min(0),
  recoveriesOpen: z.int().min(0),
  owedFen: z.int().min(0),
  openTasks: z.int().min(0),
  feeds: z.array(z.object({ source: z.string(), coversTo: IsoDate.nullable(), silent: z.boolean() })),
})
export type DeathFigures = z.infer<typeof DeathFigures>

export const DeathFiguresQuery = z.object({ month: BenefitMonth })

/** The last answer, when it was given, and why there is none from now; `figures` is null when the line has never answered for the month. */
export const CollectedDeathFigures = z.object({ figures: DeathFigures.nullable(), collectedAt: Instant.nullable(), trouble: z.string().nullable() })
export type CollectedDeathFigures = z.infer<typeof CollectedDeathFigures>
