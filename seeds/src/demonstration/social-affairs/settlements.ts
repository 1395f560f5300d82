import { addToMonth, monthRange } from '@xishan/domain'
import { DecideSettlement, DrawSettlement } from '@xishan/funeral-management-service'
import { calendar } from '@xishan/service-kit'
import type { Diary } from './diary'

/** Months that are paid; the one after them lies with the head. */
const PAID = monthRange('2024-10', '2025-07')
/** The columbarium settles its free months once. */
const OF_COLUMBARIUM = '2025-06'

/** What was free is settled in the month after, looked at by two others, and paid. */
export async function planSettlements(diary: Diary): Promise<void> {
  const [hall, columbarium] = await diary.past.ask<{ id: string }>(`select id from facility where kind in ('HALL', 'COLUMBARIUM') order by kind desc, number`)
  if (!hall || !columbarium) throw new RangeError('nobody to settle with')
  for (const month of PAID) plan(diary, hall.id, month, true)
  plan(diary, columbarium.id, OF_COLUMBARIUM, true)
  plan(diary, hall.id, addToMonth(PAID.at(-1) ?? OF_COLUMBARIUM, 1), false)
}

function plan(diary: Diary, facilityId: string, month: string, isPaid: boolean): void {
  const { past } = diary
  const decide = past.its(DecideSettlement)
  const drawn = calendar.onOrAfter(`${addToMonth(month, 1)}-${isPaid ? '08' : '24'}`)
  const [checked, confirmed, paid] = [2, 4, 8].map((after) => calendar.addWorkingDays(drawn, after))
  if (!checked || !confirmed || !paid) throw new RangeError('no days')
  diary.plan(drawn, async () => {
    const clerk = past.bureau('BU_CLERK', drawn)
    const { id, version } = await past.its(DrawSettlement).draw(clerk, { facilityId, month })
    let saved = await decide.submit(clerk, id, { version, remark: '' })
    if (!isPaid) return
    const then = (on: string, act: () => Promise<typeof saved>) => diary.plan(on, async () => void (saved = await act()))
    then(checked, () => decide.check(past.bureau('BU_HEAD', checked), id, { version: saved.version, opinion: '与费用清单、减免依据核对一致' }))
    then(confirmed, () => decide.confirm(past.bureau('BU_APPROVER', confirmed), id, { version: saved.version, opinion: '同意结算' }))
    then(paid, () => decide.pay(past.bureau('FINANCE', paid), id, { version: saved.version, paidOn: paid, voucher: `演示${paid.slice(2).replaceAll('-', '')}` }))
  })
}
