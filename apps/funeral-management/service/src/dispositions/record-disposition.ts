import { DomainProblem, label, labelOf, type Actor, type Saved } from '@xishan/domain'
import { DISPOSITION_STATE, deathLifecycle, type EndKeeping, type RecordDisposition as Recorded } from '@xishan/funeral-management-contract'
import { CIPHERS, UnitOfWork, documentLookup, newId, requirePlausibleDocument, sealDocument, type Ciphers, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { Death } from '../deaths/death.entity'
import { Facility } from '../facilities/facility.entity'
import { Disposition } from './disposition.entity'
import { requireDate, requireFreeCertificate, requireNothingStands } from './requirements'

type PersonOf = Pick<Disposition, 'deathId' | 'deceasedName' | 'documentType' | 'documentNumberSealed' | 'documentMasked' | 'documentLookup' | 'divisionCode'>

/** Remains are laid to rest, or kept until then; a burial ends the keeping. */
@Injectable()
export class RecordDisposition {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  execute(actor: Actor, { deathId, person, ...input }: Recorded): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const death = deathId ? await work.get(Death, deathId) : await this.deathOf(work, person)
      if (death && death.state !== 'REGISTERED' && death.state !== 'DISPUTED' && death.state !== 'UNIDENTIFIED') throw new DomainProblem('disposition-death-state', { state: labelOf(deathLifecycle, death.state) })
      const of = death ? fromDeath(death) : this.fromPerson(work, person)
      const { kind, disposedOn, certificateNumber } = input
      requireDate(disposedOn, death?.diedOn ?? null, work.businessDate, 'disposedOn')
      if (input.facilityId) await work.get(Facility, input.facilityId)
      await requireNothingStands(work, of, kind)
      await requireFreeCertificate(work, certificateNumber)
      if (kind !== 'TEMPORARY') await endKeepingOf(work, of, disposedOn, input.handler)
      const disposition = Object.assign(new Disposition(), of, input, { id: newId(), number: await work.nextNumber('FMA'), recordedBy: actor.name, recordedOn: work.businessDate })
      return { ...(await work.save(disposition, 'record')), number: disposition.number }
    })
  }

  end(actor: Actor, id: string, { version, endedOn, receiver }: EndKeeping): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const disposition = await work.get(Disposition, id, version)
      if (disposition.kind !== 'TEMPORARY' || disposition.state !== 'STANDING') throw new DomainProblem('disposition-state', { state: label(DISPOSITION_STATE, disposition.state) })
      requireDate(endedOn, disposition.disposedOn, work.businessDate, 'endedOn')
      disposition.end(endedOn, receiver)
      return work.save(disposition, 'end')
    })
  }

  private async deathOf(work: Work, person: Recorded['person']): Promise<Death | null> {
    if (!person) return null
    const [found] = await work.query<{ id: string }>(`select id from death where document_lookup = $1 and state not in ('REVOKED', 'DISMISSED')`, [documentLookup(this.ciphers, person.document)])
    if (!found) return null
    const death = await work.get(Death, found.id)
    if (death.deceasedName !== person.name) throw new DomainProblem('disposition-name', { number: death.number }, [{ field: 'person.name', message: '与死亡登记的姓名不一致' }])
    return death
  }

  private fromPerson(work: Work, person: Recorded['person']): PersonOf {
    if (!person) throw new DomainProblem('invalid-input', {}, [{ field: 'person', message: '请填写逝者姓名和证件' }])
    requirePlausibleDocument(person.document, work.businessDate, 'person.document.number')
    const { personKey: _key, ...sealed } = sealDocument(this.ciphers, person.document)
    return { deathId: null, deceasedName: person.name, ...sealed, divisionCode: work.actor.scope }
  }
}

const fromDeath = ({ id: deathId, deceasedName, documentType, documentNumberSealed, documentMasked, documentLookup: lookup, divisionCode }: Death): PersonOf => ({
  deathId, deceasedName, documentType, documentNumberSealed, documentMasked, documentLookup: lookup, divisionCode,
})

async function endKeepingOf(work: Work, { deathId, documentLookup: lookup }: PersonOf, on: string, receiver: string): Promise<void> {
  const [kept] = await work.query<{ id: string }>(`select id from disposition where state = 'STANDING' and kind = 'TEMPORARY' and (death_id = $1 or document_lookup = $2)`, [deathId, lookup])
  if (!kept) return
  const keeping = await work.get(Disposition, kept.id)
  requireDate(on, keeping.disposedOn, work.businessDate, 'disposedOn')
  keeping.end(on, receiver)
  await work.save(keeping, 'end')
}
