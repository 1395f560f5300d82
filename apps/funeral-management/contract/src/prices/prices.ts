import { IdParams, Saved, actionPermissions, actionRoute, type ContractPart } from '@xishan/domain'
import { priceSheetInputs, priceSheetLifecycle } from './lifecycle'
import { PriceCatalogue, PriceQuery, PriceSheetDetail, PriceSheetPage, PriceSheetQuery, ProposePrices, PublicPrices } from './price'

const takes = actionRoute('priceSheet', priceSheetLifecycle, '/price-sheets/:id', priceSheetInputs)

export const prices = {
  permissions: {
    ...actionPermissions('priceSheet', priceSheetLifecycle),
    viewPrices: ['ST_CLERK', 'ST_REVIEWER', 'ST_LEADER', 'BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'FINANCE', 'DISCIPLINE'],
  },
  problems: {
    'price-effective': { status: 422, title: '生效日期有误', detail: '项目“{name}”{reason}，请改正生效日期。' },
    'price-unknown': { status: 422, title: '没有这个收费项目', detail: '项目“{name}”不在现行价目中，不能停止收取，请填写价格或去掉这一行。' },
    'price-open': { status: 409, title: '该项目已有未办结的调整', detail: '项目“{name}”已列入调整单 {number}（{state}），请待其办结后再提出。' },
    'price-published-on': { status: 422, title: '公示日期有误', detail: '公示日期应在 {from} 至 {to} 之间。公示不得晚于生效日期；已过生效日期的，请撤回后按新的日期提出。' },
  },
  routes: {
    findPrices: { method: 'GET', path: '/facilities/:id/service-prices', summary: '服务价目', may: 'viewPrices', params: IdParams, query: PriceQuery, answer: PriceCatalogue },
    publicPrices: { method: 'GET', path: '/public/prices', summary: '服务价目公示', may: 'anyone', answer: PublicPrices },
    findPriceSheets: { method: 'GET', path: '/price-sheets', summary: '价目调整单列表', may: 'viewPrices', query: PriceSheetQuery, answer: PriceSheetPage },
    getPriceSheet: { method: 'GET', path: '/price-sheets/:id', summary: '价目调整单', may: 'viewPrices', params: IdParams, answer: PriceSheetDetail },
    proposePrices: { method: 'POST', path: '/price-sheets', summary: '提出价目', may: 'priceSheet.propose', body: ProposePrices, answer: Saved },
    approvePriceSheet: takes('approve'),
    rejectPriceSheet: takes('reject'),
    publishPriceSheet: takes('publish'),
    withdrawPriceSheet: takes('withdraw'),
  },
} as const satisfies ContractPart
