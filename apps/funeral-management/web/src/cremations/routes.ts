import type { RouteRecordRaw } from 'vue-router'

export const cremationsRoutes: RouteRecordRaw[] = [
  { path: '/funeral-management/cremations', meta: { title: '火化记录', may: 'viewCremations' }, component: () => import('./CremationsPage.vue') },
  { path: '/funeral-management/cremations/new', meta: { title: '登记火化', may: 'recordCremation' }, component: () => import('./RecordCremationPage.vue') },
  { path: '/funeral-management/cremations/:id', meta: { title: '火化记录', may: 'viewCremations' }, props: true, component: () => import('./CremationPage.vue') },
]
