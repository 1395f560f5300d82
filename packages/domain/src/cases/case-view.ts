import { z } from 'zod'
import { Instant, IsoDate, Uuid } from '../contract/shapes'

/** A step that was taken, as the case page lists it. */
export const StepView = z.object({
  id: Uuid,
  action: z.string(),
  actionLabel: z.string(),
  fromState: z.string().nullable(),
  toState: z.string(),
  actorName: z.string(),
  actorRoles: z.array(z.string()),
  at: Instant,
  businessDate: IsoDate,
  opinion: z.string().nullable(),
})
export type StepView = z.infer<typeof StepView>

/** An action the reader's role may take in this state; `blockedBy` says what is still missing, as a sentence. */
export const AvailableAction = z.object({ action: z.string(), label: z.string(), adverse: z.boolean(), blockedBy: z.string().nullable() })
export type AvailableAction = z.infer<typeof AvailableAction>
