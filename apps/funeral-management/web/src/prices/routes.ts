import type { RouteRecordRaw } from 'vue-router'

const SHEETS = '/funeral-management/services/price-sheets'

export const pricesRoutes: RouteRecordRaw[] = [
  { path: '/funeral-management/services/prices', meta: { title: '服务价目', may: 'viewPrices' }, component: () => import('./PricesPage.vue') },
  { path: SHEETS, meta: { title: '价目调整单', may: 'viewPrices' }, component: () => import('./PriceSheetsPage.vue') },
  { path: `${SHEETS}/new`, meta: { title: '提出价目', may: 'priceSheet.propose' }, component: () => import('./ProposePricesPage.vue') },
  { path: `${SHEETS}/:id`, meta: { title: '价目调整单', may: 'viewPrices' }, props: true, component: () => import('./PriceSheetPage.vue') },
  { path: '/public/funeral-management/prices', meta: { title: '殡葬服务价目公示', isOpen: true }, component: () => import('./PublicPricesPage.vue') },
]
