import type { ParameterVersionRow, VersionApproved, Work } from '@xishan/service-kit'
import { newId } from '@xishan/service-kit'
import { STANDARD_PARAMETERS, standardChangeLifecycle } from '@xishan/social-assistance-contract'
import { Injectable } from '@nestjs/common'
import { effectiveMonth } from './effective-month'
import { StandardChange } from './standard-change.entity'

/** An approved version of what amounts are made of waits to be applied to every household in pay. */
@Injectable()
export class BeginStandardChange implements VersionApproved {
  async approved(work: Work, { key, version, effectiveFrom, proposalId }: ParameterVersionRow): Promise<void> {
    if (!STANDARD_PARAMETERS.includes(key)) return
    const change = Object.assign(new StandardChange(), {
      id: newId(), divisionCode: work.actor.scope, number: await work.nextNumber('SAT'), parameterKey: key, parameterVersion: version, proposalId, effectiveMonth: effectiveMonth(effectiveFrom),
    })
    work.begin(change, standardChangeLifecycle, 'begin')
    await work.save(change, 'begin')
  }
}
