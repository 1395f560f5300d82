import { syntheticCitizenNumber, type Actor } from '@xishan/domain'
import { routes } from '@xishan/funeral-management-contract'
import type { TestService } from '@xishan/service-kit/testing'
import { COMMUNITY } from './office'

let people = 0

/** A person as a form asks for one; a new one each time. */
export function aPerson(name = `逝者${people}`, { birthDate = '1941-03-05', sex = '1' }: { birthDate?: string; sex?: '1' | '2' } = {}) {
  const nth = people++
  const [year, rest] = [Number(birthDate.slice(0, 4)) + Math.floor(nth / 490), birthDate.slice(4)]
  return { name, document: { type: '1', number: syntheticCitizenNumber({ addressCode: '530112', birthDate: `${year}${rest}`, sex, sequence: nth % 490 }) }, hukouDivisionCode: COMMUNITY }
}

export const CERTIFICATE = { kind: 'MEDICAL', number: 'SW2025000123', issuer: '昆明市第一人民医院' }
export const INFORMANT = { name: '李建军', relation: '儿子', phone: '13812345678' }

export const aDeath = (deceased: object = aPerson(), changed: object = {}) => ({ deceased, diedOn: '2025-09-20', place: 'MEDICAL', cause: 'NORMAL', certificate: CERTIFICATE, informant: INFORMANT, ...changed })

let cremated = 0

export const aCremation = (death: object | null, changed: object = {}) => ({
  deathId: null,
  death,
  certificateNumber: `KMHH-${String(++cremated).padStart(6, '0')}`,
  hall: '昆明市西郊殡仪馆',
  furnace: '3',
  collectedAt: '2025-09-21 08:30',
  crematedAt: '2025-09-22 10:20',
  ashReceiver: '李建军',
  ashReceiverRelation: '儿子',
  ashReceiverPhone: '13812345678',
  ashes: 'ASH_KEPT',
  ...changed,
})

/** Without the informant, whom a cremation does not ask for. */
export function toldByHall(deceased: object = aPerson(), changed: object = {}) {
  const { informant: _informant, ...death } = aDeath(deceased, changed)
  return death
}

export interface Published {
  type: string
  personKey: string | undefined
  payload: Record<string, unknown>
}

/** What was told of a death, in its order. */
export const eventsOf = async (office: TestService, deathId: string): Promise<Published[]> =>
  (await office.sql<{ envelope: Published }>(`select envelope from outbox where envelope->'payload'->>'deathId' = $1 order by (envelope->'payload'->>'revision')::int`, [deathId])).map(({ envelope: { type, personKey, payload } }) => ({ type, personKey, payload }))

/** Registers a death and gives its id. */
export async function registered(office: TestService, actor: Actor, body: object = aDeath()): Promise<string> {
  const { status, body: saved } = await office.call(actor, routes.registerDeath, { body })
  if (status !== 200) throw new Error(JSON.stringify(saved))
  return saved.id
}
