import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import { deathLifecycle, type DeathInputs, type ReportDeath as Report } from '@xishan/funeral-management-contract'
import { Inject, Injectable } from '@nestjs/common'
import { Death } from './death.entity'
import { DeathDesk, circumstanceColumns, informantColumns } from './death-desk'
import { personColumns, requireDeathDate, requireOwnArea } from './deceased-facts'
import { knownDeath, newDeath, tellAgain } from './tell-death'

/** What a community knows first. Other lines are told when the street has seen the papers. */
@Injectable()
export class ReportDeath {
  constructor(@Inject(DeathDesk) private readonly desk: DeathDesk) {}

  execute(actor: Actor, { deceased, diedOn, place, informant, remark }: Report): Promise<Saved> {
    return this.desk.run(actor, async ({ work, names, ciphers }) => {
      requireOwnArea(actor, deceased.hukouDivisionCode, names, 'deceased.hukouDivisionCode')
      const person = personColumns(ciphers, deceased, diedOn, work.businessDate, 'deceased')
      const known = await knownDeath(work, person)
      if (known) throw new DomainProblem('death-known', { number: known.number })
      const death = newDeath({ person, diedOn, source: 'REGISTRATION', reference: '', facts: { place, remark, ...informantColumns(ciphers, informant) } }, work.businessDate, actor.name, await work.nextNumber('FMD'))
      work.begin(death, { ...deathLifecycle, initial: 'REPORTED' }, 'report')
      return work.save(death, 'report', { opinion: remark })
    })
  }

  /** The street has seen the papers: from now on the death is told. */
  confirm(actor: Actor, id: string, { version, ...circumstances }: DeathInputs['confirm']): Promise<Saved> {
    return this.desk.run(actor, async ({ work, book }) => {
      const death = await work.get(Death, id, version)
      requireDeathDate(circumstances.diedOn, death.birthDate, work.businessDate)
      if (death.state !== 'REPORTED') await work.take(death, deathLifecycle, 'confirm')
      await tellAgain(work, Object.assign(death, circumstanceColumns(circumstances)), { person: death, diedOn: circumstances.diedOn, source: 'REGISTRATION', reference: circumstances.certificate.number, facts: {} }, book)
      return { id: death.id, version: death.version, number: death.number }
    })
  }

  dismiss(actor: Actor, id: string, input: DeathInputs['dismiss']): Promise<Saved> {
    return this.desk.take(actor, id, 'dismiss', input, () => ({ opinion: input.reason }))
  }
}
