import type { RouteRecordRaw } from 'vue-router'

export const deathsRoutes: RouteRecordRaw[] = [
  { path: '/funeral-management/deaths', meta: { title: '死亡登记', may: 'viewDeaths' }, component: () => import('./DeathsPage.vue') },
  { path: '/funeral-management/deaths/new', meta: { title: '登记死亡', may: 'death.register' }, component: () => import('./RegisterDeathPage.vue') },
  { path: '/funeral-management/deaths/report', meta: { title: '报告死亡', may: 'death.report' }, component: () => import('./ReportDeathPage.vue') },
  { path: '/funeral-management/deaths/:id', meta: { title: '死亡登记', may: 'viewDeaths' }, props: true, component: () => import('./DeathPage.vue') },
]
