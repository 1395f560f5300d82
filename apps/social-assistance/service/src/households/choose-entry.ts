import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import type { EntryInput } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ApplicationDesk, requireEditable } from '../applications/application-desk'
import { HouseholdMember } from './household-member.entity'

/** Whether the whole family applies or one person of it alone (57号 §8). */
@Injectable()
export class ChooseEntry {
  constructor(@Inject(ApplicationDesk) private readonly desk: ApplicationDesk) {}

  execute(actor: Actor, id: string, { version, entry, singleMemberId }: EntryInput): Promise<Saved> {
    return this.desk.change(actor, id, version, 'chooseEntry', async ({ work, application }) => {
      requireEditable(application)
      const { householdId } = application
      const known = singleMemberId === null || (householdId !== null && (await work.findOne(HouseholdMember, { householdId, id: singleMemberId })) !== null)
      if (!known) throw new DomainProblem('member-unknown', {}, [{ field: 'singleMemberId', message: '请选择本户的一名成员' }])
      application.entry = entry
      application.singleMemberId = singleMemberId
    })
  }
}
