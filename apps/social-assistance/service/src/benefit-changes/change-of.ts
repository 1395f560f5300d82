import { DomainProblem, type Actor } from '@xishan/domain'
import type { CaseOf } from '@xishan/service-kit'
import { requireUnrelated } from '../applications/application-desk'
import { BenefitChange } from './benefit-change.entity'

/** The change that papers are filed with; its members' near relatives are kept from them. */
export const changeOf =
  (actor: Actor, id: string): CaseOf =>
  async (work) => {
    const change = await work.findOne(BenefitChange, { id })
    if (!change) throw new DomainProblem('not-found')
    requireUnrelated(actor, change)
    return { type: 'benefit_change', id, divisionCode: change.divisionCode }
  }
