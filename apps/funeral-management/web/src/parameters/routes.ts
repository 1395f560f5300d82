import type { RouteRecordRaw } from 'vue-router'

export const parameterRoutes: RouteRecordRaw[] = [
  { path: '/funeral-management/parameters', meta: { title: '标准与参数', may: 'viewParameters' }, component: () => import('./ParametersPage.vue') },
]
