import { Instant, IsoDate } from '@xishan/domain'
import { z } from 'zod'

/** How a service stands, for the people who keep the system. No business data. */
export const ServiceHealth = z.object({
  line: z.string(),
  title: z.string(),
  state: z.enum(['READY', 'NOT_READY', 'FAULTY', 'TIMEOUT', 'DOWN', 'UNREADABLE']),
  sentence: z.string(),
  version: z.string().nullable(),
  milliseconds: z.int().nullable(),
  /** The newest number the portal holds of this line; null when it holds none. */
  dataAsOf: IsoDate.nullable(),
  collectedAt: Instant.nullable(),
  lastFailure: z.object({ at: Instant, sentence: z.string() }).nullable(),
})
export type ServiceHealth = z.infer<typeof ServiceHealth>

export const Services = z.object({ checkedAt: Instant, services: z.array(ServiceHealth) })
