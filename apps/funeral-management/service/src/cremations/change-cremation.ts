import { DomainProblem, label, type Actor, type Saved } from '@xishan/domain'
import { ASHES, cremationChangeLifecycle, type ProposeCremationChange, type WrittenCremation } from '@xishan/funeral-management-contract'
import { UnitOfWork, newId, shanghaiTime, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { Death } from '../deaths/death.entity'
import { CremationChange } from './cremation-change.entity'
import { Cremation } from './cremation.entity'
import { requireFreeCertificate, requireTimes } from './requirements'

/** A record of the hall that is wrong: corrected by one, in force when another approves. The record stands until then. */
@Injectable()
export class ChangeCremation {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  propose(actor: Actor, id: string, { version, corrected, reason }: ProposeCremationChange): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const cremation = await work.get(Cremation, id, version)
      const [open] = await work.query<{ number: string }>(`select number from cremation_change where cremation_id = $1 and state = 'PROPOSED'`, [id])
      if (open) throw new DomainProblem('cremation-change-open', { number: open.number })
      await requireCorrectable(work, cremation, corrected, 'corrected.')
      const content = changeWords(writtenOf(cremation), corrected)
      if (content === '') throw new DomainProblem('cremation-change-nothing')
      const change = Object.assign(new CremationChange(), {
        id: newId(), number: await work.nextNumber('FMW'), divisionCode: cremation.divisionCode, cremationId: id, deceasedName: cremation.deceasedName, corrected, content, reason, proposedBy: actor.name, proposedOn: work.businessDate,
      })
      work.begin(change, cremationChangeLifecycle, 'propose')
      return work.save(change, 'propose', { opinion: reason })
    })
  }

  approve(actor: Actor, id: string, { version, opinion }: { version: number; opinion: string }): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const change = await work.get(CremationChange, id, version)
      await work.take(change, cremationChangeLifecycle, 'approve')
      const cremation = await work.get(Cremation, change.cremationId)
      const [collectedAt, crematedAt] = await requireCorrectable(work, cremation, change.corrected, '')
      Object.assign(cremation, change.corrected, { collectedAt, crematedAt })
      await work.save(cremation, 'correct', { changes: { change: change.number } })
      change.decide(actor.name, opinion)
      return work.save(change, 'approve', { opinion })
    })
  }

  reject(actor: Actor, id: string, { version, reason }: { version: number; reason: string }): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const change = await work.get(CremationChange, id, version)
      await work.take(change, cremationChangeLifecycle, 'reject')
      change.decide(actor.name, reason)
      return work.save(change, 'reject', { opinion: reason })
    })
  }
}

/** @throws DomainProblem `cremation-times`, `cremation-certificate-taken` */
async function requireCorrectable(work: Work, { deathId, certificateNumber }: Cremation, corrected: WrittenCremation, prefix: string): Promise<[Date, Date]> {
  const death = await work.get(Death, deathId)
  const times = requireTimes(corrected, death.diedOn, work, prefix)
  if (corrected.certificateNumber !== certificateNumber) await requireFreeCertificate(work, corrected.certificateNumber, `${prefix}certificateNumber`)
  return times
}

const writtenOf = ({ certificateNumber, hall, furnace, collectedAt, crematedAt, ashReceiver, ashReceiverRelation, ashes }: Cremation): WrittenCremation => ({
  certificateNumber, hall, furnace, ashReceiver, ashReceiverRelation, ashes, collectedAt: shanghaiTime(collectedAt), crematedAt: shanghaiTime(crematedAt),
})

const TITLES: Readonly<Record<keyof WrittenCremation, string>> = {
  certificateNumber: '火化证明编号', hall: '殡仪馆', furnace: '火化炉号', collectedAt: '遗体接运时间', crematedAt: '火化时间', ashReceiver: '骨灰领取人', ashReceiverRelation: '与逝者关系', ashes: '骨灰去向',
}

/** `火化炉号“3”改为“5”`; empty where nothing differs. */
function changeWords(stands: WrittenCremation, corrected: WrittenCremation): string {
  const shown = (key: keyof WrittenCremation, written: WrittenCremation) => (key === 'ashes' ? label(ASHES, written.ashes) : written[key])
  return (Object.keys(TITLES) as (keyof WrittenCremation)[])
    .filter((key) => stands[key] !== corrected[key])
    .map((key) => `${TITLES[key]}“${shown(key, stands)}”改为“${shown(key, corrected)}”`)
    .join('；')
}
