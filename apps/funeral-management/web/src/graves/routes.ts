import type { RouteRecordRaw } from 'vue-router'

export const gravesRoutes: RouteRecordRaw[] = [
  { path: '/funeral-management/illegal-graves', meta: { title: '违法墓治理', may: 'viewGraves' }, component: () => import('./GravesPage.vue') },
  { path: '/funeral-management/illegal-graves/new', meta: { title: '登记违法墓', may: 'grave.report' }, component: () => import('./ReportGravePage.vue') },
  { path: '/funeral-management/illegal-graves/:id', meta: { title: '违法墓', may: 'viewGraves' }, props: true, component: () => import('./GravePage.vue') },
]
