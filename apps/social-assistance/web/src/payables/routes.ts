import type { RouteRecordRaw } from 'vue-router'

export const payableRoutes: RouteRecordRaw[] = [
  { path: '/social-assistance/standard-changes', meta: { title: '标准调整执行', may: 'viewStandardChanges' }, component: () => import('./standards/StandardChangesPage.vue') },
  { path: '/social-assistance/standard-changes/:id', meta: { title: '标准调整执行', may: 'viewStandardChanges' }, props: true, component: () => import('./standards/StandardChangePage.vue') },
  { path: '/social-assistance/one-off-grants', meta: { title: '一次性发放', may: 'viewOneOffGrants' }, component: () => import('./one-off/OneOffGrantsPage.vue') },
  { path: '/social-assistance/payables', meta: { title: '应补发款', may: 'viewPayables' }, component: () => import('./PayablesPage.vue') },
  { path: '/social-assistance/adjustments', meta: { title: '调整补差', may: 'viewPayables' }, component: () => import('./adjustments/AdjustmentsPage.vue') },
]
