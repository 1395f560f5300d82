import type { RouteRecordRaw } from 'vue-router'

export const parameterRoutes: RouteRecordRaw[] = [
  { path: '/social-assistance/parameters', meta: { title: '标准与参数', may: 'viewParameters' }, component: () => import('./ParametersPage.vue') },
]
