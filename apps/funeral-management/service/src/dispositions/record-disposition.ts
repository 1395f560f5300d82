import { DomainProblem, label, labelOf, type Actor, type Saved } from '@xishan/domain'
import { DISPOSITION_STATE, deathLifecycle, type EndKeeping, type RecordDisposition as Recorded } from '@xishan/funeral-management-contract'
import { CIPHERS, UnitOfWork, documentLookup, requirePlausibleDocument, sealDocument, type Ciphers, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { Death } from '../deaths/death.entity'
import { Facility } from '../facilities/facility.entity'
import { Disposition } from './disposition.entity'
import { fromDeath, layToRest, type PersonOf } from './lay-to-rest'
import { requireDate } from './requirements'

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
      if (input.facilityId) await work.get(Facility, input.facilityId)
      return layToRest(work, of, death?.diedOn ?? null, input)
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
