import { z } from 'zod'

/** Who told of a death: the hall's or the street's registration, a cremation record, or an imported list of the police, the health authority or the hall. */
export const DEATH_SOURCE = ['REGISTRATION', 'CREMATION', 'POLICE', 'HEALTH', 'HALL'] as const
export const DeathSource = z.enum(DEATH_SOURCE)
export type DeathSource = z.infer<typeof DeathSource>

/** Payloads of the events that cross lines, by type. */
export const EVENTS = {
  /** A household came into pay. */
  'subsistence-allowance.confirmed': z.object({ householdId: z.uuid(), number: z.string(), fromMonth: z.string(), amountFen: z.int(), members: z.int() }),
  /** A household left pay. */
  'subsistence-allowance.stopped': z.object({ householdId: z.uuid(), number: z.string(), fromMonth: z.string(), reason: z.string() }),
  /**
   * Somebody died (specification H). `deathId` stays the same when another source tells of the death again, when its date is
   * corrected or when it is revoked; `revision` rises with each, so that what arrives late or out of order is known to be old.
   */
  'person.died': z.object({ deathId: z.uuid(), revision: z.int().min(1), diedOn: z.iso.date(), source: DeathSource }),
  /** The death was a mistake: what it held is paid. */
  'person.death-revoked': z.object({ deathId: z.uuid(), revision: z.int().min(1), reason: z.string() }),
  /** A death without a usable identity number: only the name and, where known, the day of birth can be compared. */
  'person.died-unidentified': z.object({ deathId: z.uuid(), revision: z.int().min(1), diedOn: z.iso.date(), source: DeathSource, name: z.string(), birthDate: z.iso.date().nullable() }),
  /** Two sources give one death different days; the day in force stands until a person decides. */
  'person.death-disputed': z.object({ deathId: z.uuid(), revision: z.int().min(1), diedOn: z.iso.date(), otherDiedOn: z.iso.date(), source: DeathSource }),
  /** A list of deaths arrived that covers the days up to `coversTo`, were it empty: silence longer than its rhythm is an alert. */
  'death-list.received': z.object({ source: DeathSource, coversTo: z.iso.date(), rows: z.int() }),
  /** The demonstration's business date moved forward. */
  'clock.advanced': z.object({ businessDate: z.iso.date() }),
} as const

export type EventType = keyof typeof EVENTS
export type EventPayload<T extends EventType> = z.infer<(typeof EVENTS)[T]>

/** Which lines hear of what. A line that is not deployed is passed over. */
export const EVENT_SUBSCRIBERS: Record<EventType, readonly string[]> = {
  'subsistence-allowance.confirmed': ['portal'],
  'subsistence-allowance.stopped': ['portal'],
  'person.died': ['social-assistance', 'portal'],
  'person.death-revoked': ['social-assistance', 'portal'],
  'person.died-unidentified': ['social-assistance'],
  'person.death-disputed': ['social-assistance'],
  'death-list.received': ['social-assistance'],
  'clock.advanced': ['identity', 'social-assistance', 'portal', 'funeral-management'],
}
