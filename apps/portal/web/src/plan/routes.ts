import type { RouteRecordRaw } from 'vue-router'

export const planRoutes: RouteRecordRaw[] = [
  { path: '/', component: () => import('./PlanPage.vue'), meta: { title: '规划总览', may: 'readPlan' } },
  { path: '/portal', redirect: '/' },
]
