import type { Ask } from '@xishan/service-kit'
import type { HoldGround } from '@xishan/social-assistance-contract'

export const openHolds = (ask: Ask, benefitId: string): Promise<{ id: string; ground: HoldGround; fromMonth: string }[]> =>
  ask(`select id, ground, from_month as "fromMonth" from benefit_hold where benefit_id = $1 and lifted_on is null order by placed_on, id`, [benefitId])
