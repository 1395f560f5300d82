import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import type { Work } from '@xishan/service-kit'
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
      await this.requireOwn(work, application.householdId, datedItems(finances))
      await storeFinances(work, application, finances)
      return { changes: { incomes: finances.incomes.length, deductions: finances.deductions.length, properties: finances.properties.length } }
    })
  }

  private async requireOwn(work: Work, householdId: string, items: readonly Dated[]): Promise<void> {
    const members = await work.find(HouseholdMember, { householdId })
    for (const { memberId, on, path, title } of items) {
      if (!members.some((member) => member.id === memberId)) throw new DomainProblem('member-unknown', {}, [{ field: `${path}.memberId`, message: '请选择本户的成员' }])
      requireNotAfter(work.businessDate, on, { path: `${path}.${title === '查明日期' ? 'on' : 'evidence.date'}`, title })
    }
  }
}

const datedItems = ({ examined, incomes, deductions, properties }: Finances): Dated[] => [
  ...examined.map(({ memberId, on }, at) => ({ memberId, on, path: `examined.${at}`, title: '查明日期' })),
  ...Object.entries({ incomes, deductions, properties }).flatMap(([kind, items]) =>
    items.map(({ memberId, evidence }, at) => ({ memberId, on: evidence.date, path: `${kind}.${at}`, title: '证据日期' })),
  ),
]
