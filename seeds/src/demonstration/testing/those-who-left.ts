import { benefitChangeLifecycle } from '@xishan/social-assistance-contract'
import { describe, expect, it } from 'vitest'
import { EXITS_A_MONTH } from '../leavers'
import { MONTHS } from '../money/month-of-pay'
import { astray, stepsOf } from './astray'
import type { SeededHouse } from './seeded-house'

export const thoseWhoLeft = (house: () => SeededHouse) =>
  describe('those who left pay', () => {
    it('are as many each month as the plan counts, with a decision, a notice and its delivery', async () => {
      const left = await house().sql<{ month: string; households: number }>(
        `select b.to_month as month, count(*)::int as households from benefit b join benefit_change c on c.benefit_id = b.id and c.kind in ('STOP', 'GRADUAL_EXIT') and c.state = 'CONFIRMED' and c.ground <> 'DEATH'
         where b.to_month <= '2025-09' and exists (select from change_delivery d where d.change_id = c.id) group by 1 order by 1`,
      )
      expect(left).toEqual(MONTHS.map((month) => ({ month, households: EXITS_A_MONTH })))
    })

    it('are not paid after their last month, and to it are', async () => {
      const wrong = await house().sql(
        `select b.number from benefit b join benefit_change c on c.benefit_id = b.id and c.kind in ('STOP', 'GRADUAL_EXIT') and c.state = 'CONFIRMED' and c.ground <> 'DEATH'
         left join disbursement_line l on l.benefit_id = b.id and l.kind = 'REGULAR' and l.month = least(b.to_month, '2025-09') where l.id is null
         union select b.number from benefit b join disbursement_line l on l.benefit_id = b.id and l.kind = 'REGULAR' and l.month > b.to_month and l.state in ('PAID', 'REISSUED', 'SENT') where not exists (select from recovery r where r.benefit_id = b.id)`,
      )
      expect(wrong).toEqual([])
    })

    it('went each step by the lifecycle; some are paid to a set month that is still to come', async () => {
      expect(astray(benefitChangeLifecycle, (await stepsOf(house(), 'benefit_change')).filter(({ action }) => action !== 'withdraw'))).toEqual([])
      expect(await house().sql(`select distinct state from benefit where to_month > '2025-09' order by 1`)).toEqual([{ state: 'GRADUAL_EXIT' }])
    })
  })
