import type { Work } from '@xishan/service-kit'
import type { Finances } from '@xishan/social-assistance-contract'
import type { Application } from '../applications/application.entity'
import { ApplicationFinances } from '../applications/finances.entity'

type Whose = Pick<Application, 'id' | 'divisionCode'>

export async function storeFinances(work: Work, { id, divisionCode }: Whose, finances: Finances): Promise<void> {
  const row = Object.assign(new ApplicationFinances(), { applicationId: id, divisionCode, finances })
  if (await work.findOne(ApplicationFinances, { applicationId: id })) await work.update(ApplicationFinances, { applicationId: id }, row)
  else await work.insert(ApplicationFinances, [row])
}

/** Items of people who are no longer on the sheet go with them. */
export async function dropFinancesOfOthers(work: Work, whose: Whose, memberIds: readonly string[]): Promise<void> {
  const stored = await work.findOne(ApplicationFinances, { applicationId: whose.id })
  if (!stored) return
  const { lookBackTo, ...lists } = stored.finances
  const ours = <I extends { memberId: string }>(items: readonly I[]): I[] => items.filter(({ memberId }) => memberIds.includes(memberId))
  const kept = { lookBackTo, examined: ours(lists.examined), incomes: ours(lists.incomes), deductions: ours(lists.deductions), properties: ours(lists.properties) }
  await storeFinances(work, whose, kept)
}
