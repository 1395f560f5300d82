import type { RouteRecordRaw } from 'vue-router'

export const meansCheckRoutes: RouteRecordRaw[] = [
  { path: '/social-assistance/means-checks', meta: { title: '信息核对', may: 'viewMeansChecks' }, component: () => import('./MeansChecksPage.vue') },
  { path: '/social-assistance/means-checks/:id', meta: { title: '信息核对', may: 'viewMeansChecks' }, props: true, component: () => import('./MeansCheckPage.vue') },
]
