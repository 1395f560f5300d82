import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import type { Finances, FinancesInput } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ApplicationDesk, requireEditable, requireNotAfter } from '../applications/application-desk'
import { storeFinances } from './store-finances'
import { HouseholdMember } from './household-member.entity'

interface Dated {
  memberId: string
  on: string
  path: string
  title: string
}

/** The family's income, deductions and property, each with its evidence. */
@Injectable()
export class FillFinances {
  constructor(@Inject(ApplicationDesk) private readonly desk: ApplicationDesk) {}

  execute(actor: Actor, id: string, { version, ...finances }: FinancesInput): Promise<Saved> {
    return this.desk.change(actor, id, version, 'fillFinances', async ({ work, application }) => {
      requireEditable(application)
      if (application.householdId === null) throw new DomainProblem('household-incomplete')
      const members = await work.find(HouseholdMember, { householdId: application.householdId })
      requireOwnItems(finances, members.map((member) => member.id), work.businessDate)
      await storeFinances(work, application, finances)
      return { changes: { incomes: finances.incomes.length, deductions: finances.deductions.length, properties: finances.properties.length } }
    })
  }
}

/**
 * Items belong to the household's members, and no evidence comes from the future.
 * @throws DomainProblem `member-unknown`, `date-in-future` at the field
 */
export function requireOwnItems(finances: Finances, memberIds: readonly string[], businessDate: string): void {
  for (const { memberId, on, path, title } of datedItems(finances)) {
    if (!memberIds.includes(memberId)) throw new DomainProblem('member-unknown', {}, [{ field: `${path}.memberId`, message: '请选择本户的成员' }])
    requireNotAfter(businessDate, on, { path: `${path}.${title === '查明日期' ? 'on' : 'evidence.date'}`, title })
  }
}

const datedItems = ({ examined, incomes, deductions, properties }: Finances): Dated[] => [
  ...examined.map(({ memberId, on }, at) => ({ memberId, on, path: `examined.${at}`, title: '查明日期' })),
  ...Object.entries({ incomes, deductions, properties }).flatMap(([kind, items]) =>
    items.map(({ memberId, evidence }, at) => ({ memberId, on: evidence.date, path: `${kind}.${at}`, title: '证据日期' })),
  ),
]
