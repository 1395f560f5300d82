import { EVENT_SUBSCRIBERS, type Actor, type EventEnvelope } from '@xishan/domain'
import type { Death } from '@xishan/funeral-management-service'
import type { Ciphers } from '@xishan/service-kit'
import type { Act, Archive } from '../archive'
import { momentOf } from '../identifiers'
import type { Draw } from '../random'
import type { Staff } from '../staff'

export const DISTRICT = '530112'
export const LINE = 'funeral-management'

/** What the rows of the line are written with. */
export interface FuneralOffice {
  archive: Archive
  ciphers: Ciphers
  staff: Staff
}

/** The acts of one history, each later than the one before. */
export class Deeds {
  private clock = { on: '', minute: 0 }

  constructor(private readonly draw: Draw) {}

  by(actor: Actor, on: string): Act {
    if (on < this.clock.on) throw new RangeError(`${on} lies before ${this.clock.on}`)
    const minute = on === this.clock.on ? this.clock.minute + this.draw.int(2, 9) : 540 + this.draw.int(0, 420)
    this.clock = { on, minute }
    return { actor, on, at: momentOf(on, minute, this.draw.int(0, 59)) }
  }
}

/** Stores what is told of a death as a unit of work does. The line that pays takes it on its day (`Post`); the portal has nothing to do about it. */
export function tell({ archive }: FuneralOffice, death: Death, { at, on }: Act): void {
  const { type, occurredOn = on, personKey, payload } = death.tell()
  const eventId = archive.id(at)
  const envelope: EventEnvelope = { eventId, type, occurredOn, knownOn: on, ...(personKey ? { personKey } : {}), divisionCode: death.divisionCode, payload, schemaVersion: 1, source: LINE }
  archive.add('outbox', { event_id: eventId, type, envelope })
  for (const line of EVENT_SUBSCRIBERS[type]) archive.add('outbox_delivery', { event_id: eventId, line, delivered_at: line === 'social-assistance' ? null : new Date(at).toISOString() })
}
