import type { BenefitMonth } from '@xishan/domain'
import { DecideAdjustment, DecideOneOff, ProposeAdjustment, ProposeOneOff } from '@xishan/social-assistance-service'
import type { ChangesInPay } from './changes-in-pay'
import { dayOf } from './month-of-pay'
import type { Past } from './past'

/** The spring festival's money, for every household in pay: proposed and approved on the morning of the batch that pays it. */
export async function festivalMoney(past: Past, month: BenefitMonth): Promise<void> {
  const on = dayOf(month, 'make')
  const input = { kind: 'FESTIVAL', title: '2025年春节慰问金（演示）', document: '演示·西民〔2025〕3号', month, per: 'HOUSEHOLD', amountFen: 30_000, residence: null, category: null, division: null } as const
  const { id, version } = await past.on(on, () => past.its(ProposeOneOff).execute(past.bureau('BU_CLERK', on), input))
  await past.on(on, () => past.its(DecideOneOff).approve(past.bureau('BU_APPROVER', on), id, { version, opinion: '同意发放' }))
}

/** What a household was late to get: confirmed too late for the month's batch, made up for with the next. */
export async function lateConfirmations(past: Past, changes: ChangesInPay, month: BenefitMonth): Promise<void> {
  const on = dayOf(month, 'answer')
  for (const { id: benefitId, amountFen } of await changes.some(2, on)) {
    const cause = '上报材料在途，审核确认晚于应享受的月份，补发差额'
    const { id, version } = await past.on(on, () => past.its(ProposeAdjustment).execute(past.bureau('BU_CLERK', on), { benefitId, month, amountFen: Math.min(amountFen, 20_000), cause, document: '演示·会议纪要' }))
    await past.on(on, () => past.its(DecideAdjustment).approve(past.bureau('BU_APPROVER', on), id, { version, opinion: '同意补发' }))
  }
}
