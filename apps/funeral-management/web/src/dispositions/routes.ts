import type { RouteRecordRaw } from 'vue-router'

export const dispositionsRoutes: RouteRecordRaw[] = [
  { path: '/funeral-management/dispositions', meta: { title: '骨灰安放', may: 'viewDispositions' }, component: () => import('./DispositionsPage.vue') },
  { path: '/funeral-management/dispositions/new', meta: { title: '登记安放', may: 'recordDisposition' }, component: () => import('./RecordDispositionPage.vue') },
  { path: '/funeral-management/dispositions/:id', meta: { title: '骨灰安放', may: 'viewDispositions' }, props: true, component: () => import('./DispositionPage.vue') },
]
