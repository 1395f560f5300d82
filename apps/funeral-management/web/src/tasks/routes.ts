import type { RouteRecordRaw } from 'vue-router'

export const taskRoutes: RouteRecordRaw[] = [
  { path: '/funeral-management/tasks', meta: { title: '我的待办', may: 'viewTasks' }, component: () => import('./TasksPage.vue') },
]
