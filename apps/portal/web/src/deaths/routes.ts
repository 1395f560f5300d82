import type { RouteRecordRaw } from 'vue-router'

export const deathRoutes: RouteRecordRaw[] = [{ path: '/portal/deaths', component: () => import('./DeathFiguresPage.vue'), meta: { title: '民生资金安全', may: 'readPlan' } }]
