import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import type { Work } from '@xishan/service-kit'
import type { RosterInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { RosterDesk } from './roster-desk'
import { rosterFile } from './roster-file'
import type { RosterImport } from './roster-import.entity'

/** What the clerk and the head of the section settle between check and taking over: reported, given back, given up. */
@Injectable()
export class SettleRoster {
  constructor(@Inject(RosterDesk) private readonly desk: RosterDesk) {}

  /** @throws DomainProblem `roster-nothing-new`, `roster-list-incomplete` */
  submit(actor: Actor, id: string, { version }: RosterInputs['submit']): Promise<Saved> {
    return this.desk.take(actor, id, version, 'submit', (_, roster) => {
      if (roster.kind === 'OTHER_ENTITLEMENT' && roster.refusedCount > 0) throw new DomainProblem('roster-list-incomplete', { count: roster.refusedCount })
      if (roster.kind === 'IN_PAY' && roster.newCount === 0) throw new DomainProblem('roster-nothing-new')
      return Promise.resolve()
    })
  }

  /** @throws DomainProblem `roster-partly-applied` */
  giveBack(actor: Actor, id: string, { version, reason }: RosterInputs['giveBack']): Promise<Saved> {
    return this.desk.take(actor, id, version, 'giveBack', (_, roster) => {
      if (roster.appliedCount > 0) throw new DomainProblem('roster-partly-applied', { count: roster.appliedCount })
      return Promise.resolve({ opinion: reason })
    })
  }

  /** Of a roster that is given up nothing is kept of the people in it. */
  abandon(actor: Actor, id: string, { version }: RosterInputs['abandon']): Promise<Saved> {
    return this.desk.take(actor, id, version, 'abandon', (work, roster) => forget(work, roster))
  }
}

async function forget(work: Work, { id }: RosterImport): Promise<void> {
  await work.query('set local statement_timeout = 0')
  await work.query(`delete from roster_row where import_id = $1`, [id])
  await rosterFile.drop((sql, parameters) => work.query(sql, parameters), id)
}
