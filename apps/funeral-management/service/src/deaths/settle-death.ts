import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import type { DeathInputs } from '@xishan/funeral-management-contract'
import { sealDocument } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { DeathDesk } from './death-desk'
import { birthOf, homeOf, requireDeathDate, requireOwnArea } from './deceased-facts'
import { knownDeath } from './tell-death'

/** What a person decides of a death that could not be compared, or that two sources date differently. */
@Injectable()
export class SettleDeath {
  constructor(@Inject(DeathDesk) private readonly desk: DeathDesk) {}

  /** One of the days that were told is right; it is told again with its revision, so that the conflict ends everywhere. */
  settle(actor: Actor, id: string, input: DeathInputs['settle']): Promise<Saved> {
    return this.desk.take(actor, id, 'settle', input, async (death, { work }) => {
      const told = await work.query<{ date: string }>(`select distinct died_on::text as date from death_report where death_id = $1 order by 1`, [id])
      if (!told.some(({ date }) => date === input.diedOn))
        throw new DomainProblem('death-settle-date', { dates: told.map(({ date }) => date).join('、') }, [{ field: 'diedOn', message: '请选择各来源报告的日期之一' }])
      death.diedOn = input.diedOn
      return { opinion: input.reason, input: { diedOn: input.diedOn }, event: death.tell() }
    })
  }

  /** Somebody found out who it was: the same death now carries the person. */
  identify(actor: Actor, id: string, input: DeathInputs['identify']): Promise<Saved> {
    return this.desk.take(actor, id, 'identify', input, async (death, { work, names, ciphers }) => {
      requireOwnArea(actor, input.hukouDivisionCode, names, 'hukouDivisionCode')
      const { birthDate, sex } = birthOf(input.document, death, work.businessDate)
      requireDeathDate(death.diedOn, birthDate, work.businessDate)
      const document = sealDocument(ciphers, input.document)
      const known = await knownDeath(work, { documentLookup: document.documentLookup, unknownKey: null })
      if (known) throw new DomainProblem('death-known', { number: known.number }, [{ field: 'document.number', message: `该人员的死亡已登记（${known.number}），本记录请提出撤销` }])
      Object.assign(death, document, { deceasedName: input.name, birthDate, sex, hukouDivisionCode: input.hukouDivisionCode, divisionCode: homeOf(input.hukouDivisionCode), unknownKey: null })
      return { opinion: input.reason, event: death.tell() }
    })
  }
}
