import type { RouteRecordRaw } from 'vue-router'

export const taskRoutes: RouteRecordRaw[] = [{ path: '/portal/tasks', component: () => import('./TasksPage.vue'), meta: { title: '名下待办', may: 'readPlan' } }]
