import { DomainProblem, monthOf, type Actor, type Saved } from '@xishan/domain'
import { UnitOfWork, newId } from '@xishan/service-kit'
import { adjustmentLifecycle, type AdjustmentInput } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { Benefit } from '../../benefits/benefit.entity'
import { Adjustment } from './adjustment.entity'

/** The bureau's clerk proposes to make up for something that no rule makes due. */
@Injectable()
export class ProposeAdjustment {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, input: AdjustmentInput): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const benefit = await work.get(Benefit, input.benefitId)
      const { month } = input
      const inPay = benefit.fromMonth <= month && (benefit.toMonth === null || month <= benefit.toMonth) && month <= monthOf(work.businessDate)
      if (!inPay) throw new DomainProblem('adjustment-not-in-pay', { month }, [{ field: 'month', message: `该待遇 ${month} 不在发放期间` }])
      const { householdId, applicantName, divisionCode } = benefit
      const adjustment = Object.assign(new Adjustment(), input, {
        id: newId(), divisionCode, number: await work.nextNumber('SAJ'), householdId, applicantName, proposedBy: actor.name, proposedOn: work.businessDate,
      })
      work.begin(adjustment, adjustmentLifecycle, 'propose')
      return work.save(adjustment, 'propose', { opinion: input.cause })
    })
  }
}
