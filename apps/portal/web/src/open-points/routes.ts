import type { RouteRecordRaw } from 'vue-router'

export const openPointRoutes: RouteRecordRaw[] = [
  { path: '/portal/open-points', component: () => import('./OpenPointsPage.vue'), meta: { title: '口径待明确事项', may: 'readOpenPoints' } },
  { path: '/portal/open-points/:id', component: () => import('./OpenPointPage.vue'), props: true, meta: { title: '口径待明确事项', may: 'readOpenPoints' } },
]
