import { DomainProblem, labelOf, type Actor, type Saved } from '@xishan/domain'
import { CIPHERS, type Ciphers } from '@xishan/service-kit'
import { benefitChangeLifecycle, type ChangeFactsInput } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { requireNotAfter } from '../applications/application-desk'
import { requireOwnItems } from '../households/fill-finances'
import { HouseholdMember } from '../households/household-member.entity'
import { memberRows, sheetFacts } from '../households/household-sheet'
import { ChangeDesk } from './change-desk'

const NOBODY = { applicantName: null, documentType: null, documentNumberSealed: null, documentMasked: null, documentLookup: null, personKey: null }

/** The household as it is now, on the case; the household itself changes when the case is confirmed. */
@Injectable()
export class FillChangeFacts {
  constructor(
    @Inject(ChangeDesk) private readonly desk: ChangeDesk,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  /** @throws DomainProblem `not-editable`, and what is wrong with the sheet at its field */
  execute(actor: Actor, id: string, { version, residence, entry, singleMemberId, members, meansCheck, ...finances }: ChangeFactsInput): Promise<Saved> {
    return this.desk.change(actor, id, version, 'fillFacts', async ({ work, change }) => {
      if (change.kind !== 'RECOMPUTE' || change.state !== 'REPORTED') throw new DomainProblem('not-editable', { state: labelOf(benefitChangeLifecycle, change.state) })
      if (meansCheck) requireNotAfter(work.businessDate, meansCheck.concludedOn, { path: 'meansCheck.concludedOn', title: '核对结论日期' })
      const household = await work.find(HouseholdMember, { householdId: change.householdId })
      const added = Object.entries(change.documents).map(([memberId, sealed]) => Object.assign(new HouseholdMember(), sealed, { id: memberId }))
      const { householdId, divisionCode } = change
      const rows = memberRows(members, { householdId, divisionCode, businessDate: work.businessDate, applicant: NOBODY, stored: [...household, ...added] }, this.ciphers)
      requireOwnItems(finances, rows.map((row) => row.id), work.businessDate)
      change.facts = { residence, entry, singleMemberId, members: rows.map(({ facts }) => facts), meansCheck, finances }
      change.filledOn = work.businessDate
      change.documents = Object.fromEntries(
        rows.map(({ id: memberId, documentType, documentNumberSealed, documentMasked, documentLookup, personKey }) => [memberId, { documentType, documentNumberSealed, documentMasked, documentLookup, personKey }]),
      )
      change.relatedAccountIds = [...new Set([...change.relatedAccountIds, ...sheetFacts({ members }).relatedAccountIds])]
      return { changes: { members: rows.length, incomes: finances.incomes.length, deductions: finances.deductions.length, properties: finances.properties.length } }
    })
  }
}
