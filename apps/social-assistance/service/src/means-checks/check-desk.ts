import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import { UnitOfWork, type SaveOptions, type Work } from '@xishan/service-kit'
import { meansCheckLifecycle, type MeansCheckAction } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { Application } from '../applications/application.entity'
import { requireUnrelated } from '../applications/application-desk'
import { HouseholdMember } from '../households/household-member.entity'
import { MeansCheck } from './means-check.entity'

/** A check open on the desk with the application it belongs to. */
export interface OpenCheck {
  work: Work
  check: MeansCheck
  application: Application
  memberIds: string[]
}

/** How every use case on a means check begins and ends. */
@Injectable()
export class CheckDesk {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  take(actor: Actor, id: string, action: MeansCheckAction, version: number, act: (open: OpenCheck) => Promise<SaveOptions> | SaveOptions): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const check = await work.get(MeansCheck, id, version)
      const application = await work.findOne(Application, { id: check.applicationId })
      if (!application) throw new DomainProblem('not-found')
      requireUnrelated(actor, application)
      const members = application.householdId ? await work.find(HouseholdMember, { householdId: application.householdId }) : []
      await work.take(check, meansCheckLifecycle, action)
      const options = await act({ work, check, application, memberIds: members.map((member) => member.id) })
      return work.save(check, action, options)
    })
  }
}
