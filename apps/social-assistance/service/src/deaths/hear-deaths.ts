import { EVENTS, type EventEnvelope } from '@xishan/domain'
import { DISTRICT, type EventHandler, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { STORE_UNCONCERNED, type ToldDeath } from './store-deaths.sql'
import { TakeUpDeath } from './take-up-death'

const INDIVIDUAL = ['REGISTRATION', 'CREMATION']

/** The same words for all that is told of a death. @throws ZodError when the event is not what the catalogue says */
export function toldBy({ type, eventId, personKey, divisionCode, occurredOn, knownOn, payload }: EventEnvelope): ToldDeath {
  const common = { eventId, divisionCode: divisionCode ?? DISTRICT, personKey: personKey ?? null, knownOn, name: '', birthDate: null, otherDiedOn: null, revoked: false, listed: false }
  if (type === 'person.death-revoked') return { ...common, ...EVENTS[type].parse(payload), diedOn: occurredOn, source: 'REGISTRATION', revoked: true }
  if (type === 'person.death-disputed') return { ...common, ...EVENTS[type].parse(payload) }
  if (type === 'person.died-unidentified') {
    const told = EVENTS[type].parse(payload)
    return { ...common, ...told, personKey: null, listed: !INDIVIDUAL.includes(told.source) }
  }
  return { ...common, ...EVENTS['person.died'].parse(payload) }
}

/** Somebody died, or did not after all, or nobody knows who it was: whoever is in pay is held, looked at again, asked after. */
@Injectable()
export class HearOfDeath implements EventHandler {
  constructor(@Inject(TakeUpDeath) private readonly takeUp: TakeUpDeath) {}

  handle(event: EventEnvelope, work: Work): Promise<void> {
    return this.takeUp.execute(work, toldBy(event))
  }

  /** Most of a list are nobody's payees. */
  async handleTogether(events: readonly EventEnvelope[], work: Work): Promise<readonly EventEnvelope[]> {
    const concerned = await work.query<{ eventId: string }>(STORE_UNCONCERNED, [JSON.stringify(events.map(toldBy))])
    const left = new Set(concerned.map(({ eventId }) => eventId))
    return events.filter(({ eventId }) => left.has(eventId))
  }
}
