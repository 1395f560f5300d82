import { DomainProblem, dateInChinese, label, labelOf, type Actor, type Saved } from '@xishan/domain'
import { CAUSE_CLASS, CERTIFICATE_KIND, DEATH_PLACE, deathChangeLifecycle, deathLifecycle, type ProposeChange } from '@xishan/funeral-management-contract'
import { newId, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { DeathChange, type CorrectedFacts } from './death-change.entity'
import { DeathDesk } from './death-desk'
import { Death } from './death.entity'
import { requireDeathDate } from './deceased-facts'

type Decision = { version: number; opinion: string }

/** Corrections and revocations: proposed by one, in force when another approves. The death stands until then. */
@Injectable()
export class ChangeDeath {
  constructor(@Inject(DeathDesk) private readonly desk: DeathDesk) {}

  propose(actor: Actor, deathId: string, { version, kind, reason, ...content }: ProposeChange): Promise<Saved> {
    return this.desk.run(actor, async ({ work }) => {
      const death = await work.get(Death, deathId, version)
      requireChangeable(death, kind)
      const [open] = await work.query<{ number: string }>(`select number from death_change where death_id = $1 and state = 'PROPOSED'`, [deathId])
      if (open) throw new DomainProblem('death-change-open', { number: open.number })
      const corrected = kind === 'REVOCATION' ? NOTHING : different(death, content)
      if (kind === 'CORRECTION' && Object.values(corrected).every((value) => value === null)) throw new DomainProblem('death-change-nothing')
      requireDeathDate(corrected.diedOn ?? death.diedOn, death.birthDate, work.businessDate)
      const change = Object.assign(new DeathChange(), {
        id: newId(), number: await work.nextNumber('FMC'), divisionCode: death.divisionCode, deathId, deceasedName: death.deceasedName, kind, content: corrected, reason,
        proposedBy: actor.name, proposedOn: work.businessDate, proposedAt: work.now,
      })
      work.begin(change, deathChangeLifecycle, 'propose')
      return work.save(change, 'propose', { opinion: reason })
    })
  }

  approve(actor: Actor, id: string, { version, opinion }: Decision): Promise<Saved> {
    return this.desk.run(actor, async ({ work }) => {
      const change = await work.get(DeathChange, id, version)
      await work.take(change, deathChangeLifecycle, 'approve')
      const death = await work.get(Death, change.deathId)
      if (change.kind === 'REVOCATION') await this.revoke(work, death, change)
      else await this.correct(work, death, change)
      change.decide(actor.name, work.businessDate, opinion)
      return work.save(change, 'approve', { opinion })
    })
  }

  reject(actor: Actor, id: string, { version, reason }: { version: number; reason: string }): Promise<Saved> {
    return this.desk.run(actor, async ({ work }) => {
      const change = await work.get(DeathChange, id, version)
      await work.take(change, deathChangeLifecycle, 'reject')
      change.decide(actor.name, work.businessDate, reason)
      return work.save(change, 'reject', { opinion: reason })
    })
  }

  private async correct(work: Work, death: Death, change: DeathChange): Promise<void> {
    const { name, diedOn, place, cause, certificate } = change.content
    await work.take(death, deathLifecycle, 'correct')
    requireDeathDate(diedOn ?? death.diedOn, death.birthDate, work.businessDate)
    const opinion = `${changeWords(death, change.content)}。${change.reason}`
    Object.assign(death, { deceasedName: name ?? death.deceasedName, diedOn: diedOn ?? death.diedOn, place: place ?? death.place, cause: cause ?? death.cause })
    if (certificate) Object.assign(death, { certificateKind: certificate.kind, certificateNumber: certificate.number, certificateIssuer: certificate.issuer })
    await work.save(death, 'correct', { opinion, event: death.tell() })
  }

  private async revoke(work: Work, death: Death, change: DeathChange): Promise<void> {
    const [proof] = await work.query(`select 1 from attachment where subject_id = $1 and kind = 'CHANGE_PROOF' and uploaded_at >= $2`, [death.id, change.proposedAt])
    if (!proof) throw new DomainProblem('death-change-proof')
    await work.take(death, deathLifecycle, 'revoke')
    death.dueOn = null
    await work.save(death, 'revoke', { opinion: change.reason, event: death.tellRevocation(change.reason) })
  }
}

const NOTHING: CorrectedFacts = { name: null, diedOn: null, place: null, cause: null, certificate: null }

function requireChangeable(death: Death, kind: ProposeChange['kind']): void {
  const { from } = deathLifecycle.actions[kind === 'REVOCATION' ? 'revoke' : 'correct']
  if (!from.includes(death.state)) throw new DomainProblem('death-not-correctable', { state: labelOf(deathLifecycle, death.state) })
}

/** Of what is proposed only what differs from what stands. */
function different(death: Death, { name, diedOn, place, cause, certificate }: CorrectedFacts): CorrectedFacts {
  const isSame = certificate !== null && certificate.kind === death.certificateKind && certificate.number === death.certificateNumber && certificate.issuer === death.certificateIssuer
  return {
    name: name === death.deceasedName ? null : name,
    diedOn: diedOn === death.diedOn ? null : diedOn,
    place: place === death.place ? null : place,
    cause: cause === death.cause ? null : cause,
    certificate: isSame ? null : certificate,
  }
}

/** `死亡日期 2025年9月1日 改为 2025年9月2日`, for the timeline and the page. */
export function changeWords(death: Pick<Death, 'deceasedName' | 'diedOn' | 'place' | 'cause' | 'certificateKind' | 'certificateNumber' | 'certificateIssuer'>, { name, diedOn, place, cause, certificate }: CorrectedFacts): string {
  const words: (string | null)[] = [
    name && `姓名“${death.deceasedName}”改为“${name}”`,
    diedOn && `死亡日期 ${dateInChinese(death.diedOn)} 改为 ${dateInChinese(diedOn)}`,
    place && `死亡地点“${label(DEATH_PLACE, death.place)}”改为“${label(DEATH_PLACE, place)}”`,
    cause && `死亡性质“${label(CAUSE_CLASS, death.cause)}”改为“${label(CAUSE_CLASS, cause)}”`,
    certificate && `死亡证明改为${label(CERTIFICATE_KIND, certificate.kind)} ${certificate.number}（${certificate.issuer}）`,
  ]
  return words.filter(Boolean).join('；')
}
