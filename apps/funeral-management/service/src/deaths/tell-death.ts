import { DomainProblem, labelOf, type DeathSource, type ParameterBook } from '@xishan/domain'
import { DEATH_PARAMETER, deathLifecycle, type CauseClass, type CertificateKind, type DeathPlace } from '@xishan/funeral-management-contract'
import { calendar, newId, type Work } from '@xishan/service-kit'
import { DeathReport } from './death-report.entity'
import { Death } from './death.entity'
import type { PersonColumns } from './deceased-facts'

/** What a source tells of a death. */
export interface ToldDeath {
  person: PersonColumns
  diedOn: string
  source: DeathSource
  /** The number of the list or of the cremation record that tells it. */
  reference: string
  /** Facts beside the day, as far as the source has them: they fill what is empty and change nothing that stands. */
  facts: Partial<CircumstanceColumns>
  listId?: string
}

export interface CircumstanceColumns {
  place: DeathPlace
  cause: CauseClass
  certificateKind: CertificateKind
  certificateNumber: string
  certificateIssuer: string
  informantName: string
  informantRelation: string
  informantPhoneSealed: string | null
  informantPhoneMasked: string | null
  remark: string
}

export type Telling = 'NEW' | 'MERGED' | 'KNOWN' | 'DISPUTED'

/**
 * Takes in what a source tells: the first opens the death, a later one is merged into it; another day makes it disputed. Events are
 * written in the same work.
 * @throws DomainProblem `death-known-elsewhere`
 */
export async function tellDeath(work: Work, told: ToldDeath, book: ParameterBook): Promise<{ death: Death; telling: Telling }> {
  const known = await knownDeath(work, told.person)
  if (!known) return { death: await openDeath(work, told), telling: 'NEW' }
  return { death: known, telling: await tellAgain(work, known, told, book) }
}

/** The live death of the same person, or of the same unknown one; waits for whoever tells of the same at this moment. */
export async function knownDeath(work: Work, { documentLookup, unknownKey }: Pick<PersonColumns, 'documentLookup' | 'unknownKey'>): Promise<Death | null> {
  await work.query(`select pg_advisory_xact_lock(hashtext($1))`, [`death ${documentLookup ?? unknownKey}`])
  const [found] = await work.query<{ id: string }>(
    `select id from death where ${documentLookup ? 'document_lookup' : 'unknown_key'} = $1 and state not in ('REVOKED', 'DISMISSED')`,
    [documentLookup ?? unknownKey],
  )
  if (found) return work.get(Death, found.id)
  if (documentLookup) {
    const [elsewhere] = await work.query<{ known: boolean }>(`select death_elsewhere($1) as known`, [documentLookup])
    if (elsewhere?.known) throw new DomainProblem('death-known-elsewhere')
  }
  return null
}

/** A death as its first source tells it, not yet saved. */
export function newDeath({ person, diedOn, source, facts, listId = undefined }: ToldDeath, on: string, by: string, number: string): Death {
  return Object.assign(new Death(), { id: newId(), number, ...person, ...facts, diedOn, source, knownOn: on, registeredBy: by, listId: listId ?? null })
}

async function openDeath(work: Work, told: ToldDeath): Promise<Death> {
  const death = newDeath(told, work.businessDate, work.actor.name, await work.nextNumber('FMD'))
  const action = death.personKey ? 'register' : 'registerUnidentified'
  work.begin(death, { ...deathLifecycle, initial: death.personKey ? 'REGISTERED' : 'UNIDENTIFIED' }, action)
  await work.save(death, action, { input: { source: told.source, reference: told.reference }, event: death.tell() })
  await addReport(work, death, told)
  return death
}

/** @returns what it came to; `KNOWN` when the source told the same before */
export async function tellAgain(work: Work, death: Death, told: ToldDeath, book: ParameterBook): Promise<Telling> {
  const isNew = await addReport(work, death, told)
  const filled = fillEmpty(death, told.facts)
  if (death.state === 'REPORTED') {
    death.diedOn = told.diedOn
    await work.take(death, deathLifecycle, 'confirm')
    await work.save(death, 'confirm', { input: { source: told.source, reference: told.reference }, event: death.tell() })
    return 'MERGED'
  }
  if (!isNew) {
    if (filled) await work.save(death, 'tellAgain')
    return 'KNOWN'
  }
  if (death.state === 'REGISTERED' && told.diedOn !== death.diedOn) {
    await work.take(death, deathLifecycle, 'dispute')
    death.dueOn = calendar.due(work.businessDate, { count: book.number(DEATH_PARAMETER.disputeDays), unit: 'working-days' })
    await work.save(death, 'dispute', { input: { source: told.source, reference: told.reference, diedOn: told.diedOn }, opinion: disputeWords(death, told), event: death.tellDispute(told.diedOn, told.source) })
    return 'DISPUTED'
  }
  await work.save(death, 'tellAgain', { changes: { source: told.source, diedOn: told.diedOn } })
  return told.diedOn === death.diedOn ? 'MERGED' : 'DISPUTED'
}

/** @throws DomainProblem `death-known` when the person's death was registered before by a registrar */
export async function requireNotRegistered(work: Work, death: Death): Promise<void> {
  const [registered] = await work.query(`select 1 from death_report where death_id = $1 and source = 'REGISTRATION'`, [death.id])
  if (registered && death.state !== 'REPORTED') throw new DomainProblem('death-known', { number: death.number, state: labelOf(deathLifecycle, death.state) })
}

const disputeWords = (death: Death, told: ToldDeath): string => `登记的死亡日期为 ${death.diedOn}，另一来源（${told.reference}）为 ${told.diedOn}`

/** @returns whether the source had not told this day before */
async function addReport(work: Work, death: Death, { source, diedOn, reference }: ToldDeath): Promise<boolean> {
  const [earlier] = await work.query(`select 1 from death_report where death_id = $1 and source = $2 and died_on = $3`, [death.id, source, diedOn])
  if (earlier) return false
  await work.insert(DeathReport, [Object.assign(new DeathReport(), { id: newId(), deathId: death.id, divisionCode: death.divisionCode, source, diedOn, reference, reportedBy: work.actor.name, reportedOn: work.businessDate })])
  return true
}

function fillEmpty(death: Death, facts: Partial<CircumstanceColumns>): boolean {
  const missing = Object.entries(facts).filter(([name, value]) => value !== null && value !== '' && isEmpty(Reflect.get(death, name)))
  Object.assign(death, Object.fromEntries(missing))
  return missing.length > 0
}

const isEmpty = (value: unknown): boolean => value === null || value === ''
