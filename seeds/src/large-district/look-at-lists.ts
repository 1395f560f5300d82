import type { ServiceApp } from '@xishan/service-kit'
import { BenefitQuery, HouseholdQuery } from '@xishan/social-assistance-contract'
import { FindBenefits, FindHouseholds } from '@xishan/social-assistance-service'
import { demonstrationActor } from '../accounts'

export interface LookedAt {
  who: string
  what: string
  rows: number
  ms: number
}

/** How long pages of the large lists take a street and the bureau, each read for the second time. */
export async function lookAtLists(service: ServiceApp): Promise<LookedAt[]> {
  const looked: LookedAt[] = []
  for (const [who, username] of [['街道经办', 'majie.clerk'], ['区局经办', 'bureau.clerk']] as const) {
    const actor = demonstrationActor(username)
    const lists: [string, () => Promise<{ rows: unknown[] }>][] = [
      ['家庭名册一页', () => service.get(FindHouseholds).page(actor, HouseholdQuery.parse({}))],
      ['按姓名查家庭', () => service.get(FindHouseholds).page(actor, HouseholdQuery.parse({ q: '王' }))],
      ['在保名册一页', () => service.get(FindBenefits).page(actor, BenefitQuery.parse({}))],
    ]
    for (const [what, read] of lists) {
      await read()
      const began = performance.now()
      const { rows } = await read()
      looked.push({ who, what, rows: rows.length, ms: performance.now() - began })
    }
  }
  return looked
}
