import { z } from 'zod'

/** Payloads of the events that cross lines, by type. */
export const EVENTS = {
  /** A household came into pay. */
  'subsistence-allowance.confirmed': z.object({ householdId: z.uuid(), number: z.string(), fromMonth: z.string(), amountFen: z.int(), members: z.int() }),
  /** A household left pay. */
  'subsistence-allowance.stopped': z.object({ householdId: z.uuid(), number: z.string(), fromMonth: z.string(), reason: z.string() }),
  /** The demonstration's business date moved forward. */
  'clock.advanced': z.object({ businessDate: z.iso.date() }),
} as const

export type EventType = keyof typeof EVENTS
export type EventPayload<T extends EventType> = z.infer<(typeof EVENTS)[T]>

/** Which lines hear of what. A line that is not deployed is passed over. */
export const EVENT_SUBSCRIBERS: Record<EventType, readonly string[]> = {
  'subsistence-allowance.confirmed': ['portal'],
  'subsistence-allowance.stopped': ['portal'],
  'clock.advanced': ['identity', 'social-assistance', 'portal'],
}
