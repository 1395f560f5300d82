import { AtVersion, IsoDate, defineLifecycle, optionalText, reasonText, requiredText } from '@xishan/domain'
import { z } from 'zod'

export const settlementInputs = {
  draw: z.object({}),
  redraw: AtVersion,
  submit: AtVersion.extend({ remark: optionalText('说明', 500) }),
  check: AtVersion.extend({ opinion: reasonText('核对意见') }),
  confirm: AtVersion.extend({ opinion: reasonText('确认意见') }),
  pay: AtVersion.extend({ paidOn: IsoDate, voucher: requiredText('凭证号', 60) }),
  return: AtVersion.extend({ reason: reasonText('退回理由') }),
} as const

/** 惠民殡葬结算: what a facility did free in a month, put together by its clerk and paid after two others have looked at it. */
export const settlementLifecycle = defineLifecycle({
  name: 'settlement',
  title: '惠民殡葬月度结算',
  initial: 'DRAFT',
  states: {
    DRAFT: { label: '草稿', step: 1, heldBy: ['BU_CLERK'] },
    SUBMITTED: { label: '待核对', step: 2, heldBy: ['BU_HEAD'] },
    CHECKED: { label: '待确认', step: 3, heldBy: ['BU_APPROVER'] },
    CONFIRMED: { label: '待支付', step: 4, heldBy: ['FINANCE'] },
    PAID: { label: '已支付', step: 5, final: true },
  },
  actions: {
    draw: { label: '生成结算单', from: [], to: 'DRAFT', by: ['BU_CLERK'], input: settlementInputs.draw },
    redraw: { label: '重新汇集', from: ['DRAFT'], to: 'DRAFT', by: ['BU_CLERK'], input: settlementInputs.redraw },
    submit: { label: '提交', from: ['DRAFT'], to: 'SUBMITTED', by: ['BU_CLERK'], input: settlementInputs.submit },
    check: { label: '核对无误', from: ['SUBMITTED'], to: 'CHECKED', by: ['BU_HEAD'], notBy: ['draw', 'submit'], input: settlementInputs.check },
    confirm: { label: '确认', from: ['CHECKED'], to: 'CONFIRMED', by: ['BU_APPROVER'], notBy: ['draw', 'submit', 'check'], input: settlementInputs.confirm },
    pay: { label: '登记支付', from: ['CONFIRMED'], to: 'PAID', by: ['FINANCE'], notBy: ['check', 'confirm'], input: settlementInputs.pay },
    return: { label: '退回', from: ['SUBMITTED', 'CHECKED', 'CONFIRMED'], to: 'DRAFT', by: ['BU_HEAD', 'BU_APPROVER', 'FINANCE'], notBy: ['draw', 'submit'], input: settlementInputs.return, adverse: true },
  },
})
export type SettlementState = keyof typeof settlementLifecycle.states
export const SETTLEMENT_STATES = Object.keys(settlementLifecycle.states) as SettlementState[]
