import type { RouteRecordRaw } from 'vue-router'

export const projectRoutes: RouteRecordRaw[] = [
  { path: '/portal/projects', component: () => import('./ProjectsPage.vue'), meta: { title: '重点项目', may: 'readPlan' } },
  { path: '/portal/projects/:position([1-9])', component: () => import('./ProjectPage.vue'), props: true, meta: { title: '重点项目', may: 'readPlan' } },
]
