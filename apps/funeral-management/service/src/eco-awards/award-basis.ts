import { DomainProblem, dateInChinese, label, labelOf, type ParameterBook } from '@xishan/domain'
import { AWARD_FAULT, DISPOSITION_KIND, DISPOSITION_STATE, countsAsEco, deathLifecycle, type DispositionKind, type DispositionState } from '@xishan/funeral-management-contract'
import type { Work } from '@xishan/service-kit'
import { Death } from '../deaths/death.entity'
import { Disposition } from '../dispositions/disposition.entity'
import { applyUntil, dueFen } from './award-standard'
import type { EcoAward } from './eco-award.entity'

/** The columns of an award that follow from its disposition. */
export type BasisColumns = Pick<EcoAward, 'dispositionId' | 'deathId' | 'deceasedName' | 'deceasedLookup' | 'divisionCode' | 'kind' | 'disposedOn' | 'amountFen'>

interface ApplicationFacts {
  number: string
  state: DispositionState
  kind: DispositionKind
  disposedOn: string
  death: { number: string; state: string } | null
}

/** Why nobody can apply for a disposition on that day, as a problem with its details; null when one can. */
export function refusalOf({ number, state, kind, disposedOn, death }: ApplicationFacts, book: ParameterBook, on: string): DomainProblem | null {
  if (state !== 'STANDING') return new DomainProblem('award-disposition-state', { number, state: label(DISPOSITION_STATE, state) })
  if (death?.state === 'REVOKED' || death?.state === 'DISMISSED') return new DomainProblem('award-death-revoked', { number: death.number, state: labelOf(deathLifecycle, death.state) })
  if (!countsAsEco(kind, disposedOn)) return new DomainProblem('award-not-eco', { kind: label(DISPOSITION_KIND, kind) })
  const until = applyUntil(book, disposedOn)
  if (on > until) return new DomainProblem('award-too-late', { day: dateInChinese(disposedOn), until: dateInChinese(until) })
  if (dueFen(book, { kind, disposedOn }, on) === 0) return new DomainProblem('award-no-standard', { kind: label(DISPOSITION_KIND, kind), day: dateInChinese(disposedOn) })
  return null
}

/**
 * The disposition an award is applied for, and what it comes to.
 * @throws DomainProblem of {@link refusalOf}
 */
export async function basisFor(work: Work, dispositionId: string, book: ParameterBook, appliedOn: string): Promise<BasisColumns> {
  const disposition = await work.get(Disposition, dispositionId)
  const { deathId, deceasedName, documentLookup, divisionCode, kind, disposedOn } = disposition
  const death = deathId ? await work.findOne(Death, { id: deathId }) : null
  const refusal = refusalOf({ ...disposition, death }, book, appliedOn)
  if (refusal) throw refusal
  return { dispositionId, deathId, deceasedName, deceasedLookup: documentLookup, divisionCode, kind, disposedOn, amountFen: dueFen(book, disposition, appliedOn) }
}

/** Of an award: what was lost of what it stands on. */
export async function faultOf(work: Work, { dispositionId, kind, disposedOn }: Pick<EcoAward, 'dispositionId' | 'kind' | 'disposedOn'>): Promise<string | null> {
  const [row] = await work.query<{ fault: string | null }>(`select award_fault($1, $2, $3) as fault`, [dispositionId, kind, disposedOn])
  return row?.fault ?? null
}

export async function deadSince(work: Work, lookup: string): Promise<string | null> {
  const [row] = await work.query<{ day: string | null }>(`select known_dead_since($1)::text as day`, [lookup])
  return row?.day ?? null
}

/** @throws DomainProblem `award-basis-changed` */
export async function requireBasis(work: Work, award: EcoAward): Promise<void> {
  const fault = await faultOf(work, award)
  if (fault) throw new DomainProblem('award-basis-changed', { fault: AWARD_FAULT.entries.find(([code]) => code === fault)?.[1] ?? fault })
}

/** @throws DomainProblem `award-payee-dead` */
export async function requireLivingPayee(work: Work, name: string, lookup: string, field?: string): Promise<void> {
  const day = await deadSince(work, lookup)
  if (day) throw new DomainProblem('award-payee-dead', { name, day }, field ? [{ field, message: `已于 ${day} 登记死亡` }] : [])
}

/** What stands of the deceased now, and what is due for it; nothing where nothing stands. */
export async function basisNow(work: Work, award: EcoAward, book: ParameterBook): Promise<{ disposition: Disposition | null; fen: number }> {
  const [found] = await work.query<{ id: string }>(
    `select d.id from disposition d where d.state = 'STANDING' and d.kind <> 'TEMPORARY' and (d.death_id = $1 or d.document_lookup = $2)
       and not exists (select from death x where x.id = d.death_id and x.state in ('REVOKED', 'DISMISSED')) limit 1`,
    [award.deathId, award.deceasedLookup],
  )
  const disposition = found ? await work.findOne(Disposition, { id: found.id }) : null
  return { disposition, fen: disposition ? dueFen(book, disposition, award.appliedOn) : 0 }
}
