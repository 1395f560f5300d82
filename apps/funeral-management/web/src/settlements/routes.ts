import type { RouteRecordRaw } from 'vue-router'

const SETTLEMENTS = '/funeral-management/services/settlements'

export const settlementsRoutes: RouteRecordRaw[] = [
  { path: SETTLEMENTS, meta: { title: '惠民结算', may: 'viewSettlements' }, component: () => import('./SettlementsPage.vue') },
  { path: `${SETTLEMENTS}/:id`, meta: { title: '惠民结算单', may: 'viewSettlements' }, props: true, component: () => import('./SettlementPage.vue') },
]
