import { DomainProblem, dateInChinese, label, type Actor, type Saved } from '@xishan/domain'
import { DISPOSITION_KIND, DISPOSITION_STATE, REMAINS, dispositionChangeLifecycle, type ProposeDispositionChange, type Resting } from '@xishan/funeral-management-contract'
import { UnitOfWork, newId, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { Death } from '../deaths/death.entity'
import { DispositionChange } from './disposition-change.entity'
import { Disposition } from './disposition.entity'
import { requireDate, requireFreeCertificate } from './requirements'

/** Corrections and revocations: proposed by one, in force when another approves. The record stands until then. */
@Injectable()
export class ChangeDisposition {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  propose(actor: Actor, id: string, { version, kind, corrected, reason }: ProposeDispositionChange): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const disposition = await work.get(Disposition, id, version)
      requireStanding(disposition, kind)
      const [open] = await work.query<{ number: string }>(`select number from disposition_change where disposition_id = $1 and state = 'PROPOSED'`, [id])
      if (open) throw new DomainProblem('disposition-change-open', { number: open.number })
      if (corrected) await requireCorrectable(work, disposition, corrected, 'corrected.')
      const content = corrected ? changeWords(disposition, corrected) : '撤销安放记录'
      if (content === '') throw new DomainProblem('disposition-change-nothing')
      const change = Object.assign(new DispositionChange(), {
        id: newId(), number: await work.nextNumber('FMB'), divisionCode: disposition.divisionCode, dispositionId: id, deceasedName: disposition.deceasedName, kind, corrected, content, reason, proposedBy: actor.name, proposedOn: work.businessDate,
      })
      work.begin(change, dispositionChangeLifecycle, 'propose')
      return work.save(change, 'propose', { opinion: reason })
    })
  }

  approve(actor: Actor, id: string, { version, opinion }: { version: number; opinion: string }): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const change = await work.get(DispositionChange, id, version)
      await work.take(change, dispositionChangeLifecycle, 'approve')
      const disposition = await work.get(Disposition, change.dispositionId)
      requireStanding(disposition, change.kind)
      if (change.corrected) {
        await requireCorrectable(work, disposition, change.corrected, '')
        disposition.correct(change.corrected)
      } else disposition.revoke()
      await work.save(disposition, change.corrected ? 'correct' : 'revoke', { changes: { change: change.number } })
      change.decide(actor.name, opinion)
      return work.save(change, 'approve', { opinion })
    })
  }

  reject(actor: Actor, id: string, { version, reason }: { version: number; reason: string }): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const change = await work.get(DispositionChange, id, version)
      await work.take(change, dispositionChangeLifecycle, 'reject')
      change.decide(actor.name, reason)
      return work.save(change, 'reject', { opinion: reason })
    })
  }
}

/** A keeping that is over may still have been a mistake. @throws DomainProblem `disposition-state` */
function requireStanding({ state }: Disposition, kind: DispositionChange['kind']): void {
  if (state === 'REVOKED' || (kind === 'CORRECTION' && state !== 'STANDING')) throw new DomainProblem('disposition-state', { state: label(DISPOSITION_STATE, state) })
}

/** @throws DomainProblem `disposition-change-kind`, `disposition-date`, `disposition-certificate-taken` */
async function requireCorrectable(work: Work, disposition: Disposition, { kind, disposedOn, certificateNumber }: Resting, prefix: string): Promise<void> {
  if ((kind === 'TEMPORARY') !== (disposition.kind === 'TEMPORARY')) throw new DomainProblem('disposition-change-kind', {}, [{ field: `${prefix}kind`, message: '临时寄存与安葬之间不能更正，请撤销后重新登记' }])
  const death = disposition.deathId ? await work.findOne(Death, { id: disposition.deathId }) : null
  requireDate(disposedOn, death?.diedOn ?? null, work.businessDate, `${prefix}disposedOn`)
  if (certificateNumber !== disposition.certificateNumber) await requireFreeCertificate(work, certificateNumber)
}

/** `安放方式“树葬”改为“花葬”`; empty where nothing differs. */
function changeWords(stands: Resting, corrected: Resting): string {
  const words: (string | false)[] = [
    stands.kind !== corrected.kind && `安放方式“${label(DISPOSITION_KIND, stands.kind)}”改为“${label(DISPOSITION_KIND, corrected.kind)}”`,
    stands.remains !== corrected.remains && `安放对象“${label(REMAINS, stands.remains)}”改为“${label(REMAINS, corrected.remains)}”`,
    stands.disposedOn !== corrected.disposedOn && `安放日期 ${dateInChinese(stands.disposedOn)} 改为 ${dateInChinese(corrected.disposedOn)}`,
    stands.place !== corrected.place && `安放地点“${stands.place}”改为“${corrected.place}”`,
    stands.certificateNumber !== corrected.certificateNumber && `证书编号“${stands.certificateNumber}”改为“${corrected.certificateNumber}”`,
  ]
  return words.filter(Boolean).join('；')
}
