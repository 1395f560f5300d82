import { DomainProblem, labelOf, maskPhone, type Actor, type Saved } from '@xishan/domain'
import { deathLifecycle, type RecordCremation as Recorded } from '@xishan/funeral-management-contract'
import { newId, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { DeathDesk, circumstanceColumns, type OpenDesk } from '../deaths/death-desk'
import { Death } from '../deaths/death.entity'
import { personColumns, requireOwnArea } from '../deaths/deceased-facts'
import { requireRelease } from '../deaths/register-death'
import { tellAgain, tellDeath } from '../deaths/tell-death'
import { Cremation } from './cremation.entity'
import { requireFreeCertificate, requireTimes } from './requirements'

/** A cremation, and with it the death of whoever was not registered before: other lines are told in the same work. */
@Injectable()
export class RecordCremation {
  constructor(@Inject(DeathDesk) private readonly desk: DeathDesk) {}

  execute(actor: Actor, input: Recorded): Promise<Saved> {
    return this.desk.run(actor, async (open) => {
      const { work, ciphers } = open
      const number = await work.nextNumber('FMH')
      const death = input.deathId ? await registeredDeath(open, input.deathId, number) : await toldDeath(actor, open, input.death, number)
      const [collectedAt, crematedAt] = requireTimes(input, death.diedOn, work)
      await requireFree(work, death.id, input.certificateNumber)
      const { deathId: _id, death: _death, ashReceiverPhone: phone, ...own } = input
      const cremation = Object.assign(new Cremation(), own, {
        id: newId(), number, divisionCode: death.divisionCode, deathId: death.id, deceasedName: death.deceasedName, collectedAt, crematedAt,
        ashReceiverPhoneSealed: phone && ciphers.encrypt(phone), ashReceiverPhoneMasked: phone && maskPhone(phone), recordedBy: actor.name, recordedOn: work.businessDate,
      })
      const saved = await work.save(cremation, 'record')
      return { ...saved, number }
    })
  }
}

/** A cremation of a registered death says once more that the person died. */
async function registeredDeath({ work, book }: OpenDesk, deathId: string, number: string): Promise<Death> {
  const death = await work.get(Death, deathId)
  if (death.state === 'REVOKED' || death.state === 'DISMISSED' || death.state === 'REPORTED') throw new DomainProblem('cremation-death-state', { state: labelOf(deathLifecycle, death.state) })
  await tellAgain(work, death, { person: death, diedOn: death.diedOn, source: 'CREMATION', reference: number, facts: {} }, book)
  return death
}

async function toldDeath(actor: Actor, { work, names, ciphers, book }: OpenDesk, death: Recorded['death'], reference: string): Promise<Death> {
  if (!death) throw new DomainProblem('invalid-input', {}, [{ field: 'death', message: '请填写逝者情况' }])
  const { deceased, ...circumstances } = death
  requireOwnArea(actor, deceased.hukouDivisionCode, names, 'death.deceased.hukouDivisionCode')
  requireRelease(deceased.document !== null, circumstances.certificate.kind, 'death.certificate.kind')
  const person = personColumns(ciphers, deceased, circumstances.diedOn, work.businessDate, 'death.deceased', 'death.diedOn')
  return (await tellDeath(work, { person, diedOn: circumstances.diedOn, source: 'CREMATION', reference, facts: circumstanceColumns(circumstances) }, book)).death
}

/** @throws DomainProblem `cremation-known`, `cremation-certificate-taken` */
async function requireFree(work: Work, deathId: string, certificate: string): Promise<void> {
  const [same] = await work.query<{ number: string }>(`select number from cremation where death_id = $1`, [deathId])
  if (same) throw new DomainProblem('cremation-known', { number: same.number })
  await requireFreeCertificate(work, certificate, 'certificateNumber')
}
