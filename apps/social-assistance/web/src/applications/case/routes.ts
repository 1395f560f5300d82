import type { RouteRecordRaw } from 'vue-router'

export const caseRoutes: RouteRecordRaw[] = [
  { path: '/social-assistance/applications/:id', meta: { title: '办件', may: 'viewApplications' }, props: true, component: () => import('./ApplicationPage.vue') },
]
