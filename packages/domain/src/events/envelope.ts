import { z } from 'zod'
import { IsoDate, Uuid } from '../contract/shapes'

/**
 * What crosses lines (specification H): delivered at least once, so consumers are idempotent by `eventId`. A person is named
 * by key only; no identity number ever stands in an event.
 */
export const EventEnvelope = z.object({
  eventId: Uuid,
  type: z.string().max(100),
  occurredOn: IsoDate,
  knownOn: IsoDate,
  source: z.string().max(100),
  personKey: z.string().max(200).optional(),
  orgUscc: z.string().max(30).optional(),
  divisionCode: z.string().max(12).optional(),
  payload: z.record(z.string(), z.unknown()),
  schemaVersion: z.int(),
})
export type EventEnvelope = z.infer<typeof EventEnvelope>

/** Most events of one request. */
export const EVENTS_AT_ONCE = 200

/**
 * What became of each event of a request. `LATER`: not now, for no fault of the event (a row was locked, the database went away).
 * `REFUSED`: it cannot be taken as it is; whoever sent it tries a few times more and then asks a person.
 */
export const EventAnswer = z.object({ eventId: Uuid, outcome: z.enum(['TAKEN', 'LATER', 'REFUSED']), reason: z.string().max(300).nullable() })
export type EventAnswer = z.infer<typeof EventAnswer>
