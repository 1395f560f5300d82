import { DomainProblem, type Actor } from '@xishan/domain'
import type { CaseOf } from '@xishan/service-kit'
import { requireUnrelated } from '../applications/application-desk'
import { Application } from '../applications/application.entity'

/** The application that papers are filed with; its members' near relatives are kept from them. */
export const caseOf =
  (actor: Actor, id: string): CaseOf =>
  async (work) => {
    const application = await work.findOne(Application, { id })
    if (!application) throw new DomainProblem('not-found')
    requireUnrelated(actor, application)
    return { type: 'application', id, divisionCode: application.divisionCode }
  }
