import type { RouteRecordRaw } from 'vue-router'

export const applicationRoutes: RouteRecordRaw[] = [
  { path: '/social-assistance/applications', meta: { title: '办件', may: 'viewApplications' }, component: () => import('./ApplicationsPage.vue') },
]
