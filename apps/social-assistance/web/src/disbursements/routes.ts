import type { RouteRecordRaw } from 'vue-router'

export const disbursementRoutes: RouteRecordRaw[] = [
  { path: '/social-assistance/batches', meta: { title: '发放批次', may: 'viewBatches' }, component: () => import('./BatchesPage.vue') },
  { path: '/social-assistance/batches/:id', meta: { title: '发放批次', may: 'viewBatches' }, props: true, component: () => import('./BatchPage.vue') },
  { path: '/social-assistance/money', meta: { title: '资金统计', may: 'viewBatches' }, component: () => import('./MoneyPage.vue') },
]
