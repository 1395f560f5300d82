import { z } from 'zod'

/**
 * What crosses lines (specification H): delivered at least once, so consumers are idempotent by `eventId`. A person is named
 * by key only; no identity number ever stands in an event.
 */
export const EventEnvelope = z.object({
  eventId: z.uuid(),
  type: z.string(),
  occurredOn: z.iso.date(),
  knownOn: z.iso.date(),
  source: z.string(),
  personKey: z.string().optional(),
  orgUscc: z.string().optional(),
  divisionCode: z.string().optional(),
  payload: z.record(z.string(), z.unknown()),
  schemaVersion: z.int(),
})
export type EventEnvelope = z.infer<typeof EventEnvelope>
