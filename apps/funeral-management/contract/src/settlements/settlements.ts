import { IdParams, Saved, actionPermissions, actionRoute, type ContractPart } from '@xishan/domain'
import { settlementInputs, settlementLifecycle } from './lifecycle'
import { DrawSettlement, SettlementDetail, SettlementLinePage, SettlementLineQuery, SettlementPage, SettlementQuery, Unsettled } from './settlement'

const takes = actionRoute('settlement', settlementLifecycle, '/settlements/:id', settlementInputs)

export const settlements = {
  permissions: {
    ...actionPermissions('settlement', settlementLifecycle),
    viewSettlements: ['BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'FINANCE', 'DISCIPLINE'],
  },
  problems: {
    'settlement-month': { status: 422, title: '该月尚未结束', detail: '{month} 尚未结束，结算单在次月起生成，最近可结算 {latest}。' },
    'settlement-taken': { status: 409, title: '该月已有结算单', detail: '“{facility}”{month} 的结算单已生成（{number}）。此后出具的减免列入下一月结算。' },
    'settlement-nothing': { status: 422, title: '没有可结算的减免', detail: '“{facility}”截至 {month} 没有尚未结算的惠民减免，无需生成结算单。' },
    'settlement-paid-on': { status: 422, title: '支付日期有误', detail: '支付日期应在确认日期 {from} 至业务日期 {to} 之间，请改正。' },
  },
  routes: {
    findSettlements: { method: 'GET', path: '/settlements', summary: '惠民结算列表', may: 'viewSettlements', query: SettlementQuery, answer: SettlementPage },
    findUnsettled: { method: 'GET', path: '/unsettled-services', summary: '尚未结算的惠民减免', may: 'viewSettlements', answer: Unsettled },
    getSettlement: { method: 'GET', path: '/settlements/:id', summary: '惠民结算单', may: 'viewSettlements', params: IdParams, answer: SettlementDetail },
    findSettlementLines: { method: 'GET', path: '/settlements/:id/lines', summary: '惠民结算明细', may: 'viewSettlements', params: IdParams, query: SettlementLineQuery, answer: SettlementLinePage },
    drawSettlement: { method: 'POST', path: '/settlements', summary: '生成结算单', may: 'settlement.draw', body: DrawSettlement, answer: Saved },
    redrawSettlement: takes('redraw'),
    submitSettlement: takes('submit'),
    checkSettlement: takes('check'),
    confirmSettlement: takes('confirm'),
    paySettlement: takes('pay'),
    returnSettlement: takes('return'),
  },
} as const satisfies ContractPart
