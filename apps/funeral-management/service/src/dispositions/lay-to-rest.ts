import type { Saved } from '@xishan/domain'
import type { Resting } from '@xishan/funeral-management-contract'
import { newId, type Work } from '@xishan/service-kit'
import type { Death } from '../deaths/death.entity'
import { Disposition } from './disposition.entity'
import { requireDate, requireFreeCertificate, requireNothingStands } from './requirements'

export type PersonOf = Pick<Disposition, 'deathId' | 'deceasedName' | 'documentType' | 'documentNumberSealed' | 'documentMasked' | 'documentLookup' | 'divisionCode'>

export type RestingOf = Resting & Pick<Disposition, 'handler' | 'handlerRelation' | 'facilityId'> & Partial<Pick<Disposition, 'remark' | 'contractId'>>

export const fromDeath = ({ id: deathId, deceasedName, documentType, documentNumberSealed, documentMasked, documentLookup, divisionCode }: Death): PersonOf => ({
  deathId, deceasedName, documentType, documentNumberSealed, documentMasked, documentLookup, divisionCode,
})

/**
 * Records where somebody came to rest; a burial ends the keeping.
 * @throws DomainProblem `disposition-date`, `disposition-known`, `disposition-kept`, `disposition-certificate-taken`
 */
export async function layToRest(work: Work, of: PersonOf, diedOn: string | null, input: RestingOf): Promise<Saved> {
  requireDate(input.disposedOn, diedOn, work.businessDate, 'disposedOn')
  await requireNothingStands(work, of, input.kind)
  await requireFreeCertificate(work, input.certificateNumber)
  if (input.kind !== 'TEMPORARY') await endKeepingOf(work, of, input.disposedOn, input.handler)
  const disposition = Object.assign(new Disposition(), of, input, { id: newId(), number: await work.nextNumber('FMA'), recordedBy: work.actor.name, recordedOn: work.businessDate })
  return { ...(await work.save(disposition, 'record')), number: disposition.number }
}

async function endKeepingOf(work: Work, { deathId, documentLookup: lookup }: PersonOf, on: string, receiver: string): Promise<void> {
  const [kept] = await work.query<{ id: string }>(`select id from disposition where state = 'STANDING' and kind = 'TEMPORARY' and (death_id = $1 or document_lookup = $2)`, [deathId, lookup])
  if (!kept) return
  const keeping = await work.get(Disposition, kept.id)
  requireDate(on, keeping.disposedOn, work.businessDate, 'disposedOn')
  keeping.end(on, receiver)
  await work.save(keeping, 'end')
}
