import type { RouteRecordRaw } from 'vue-router'

export const taskRoutes: RouteRecordRaw[] = [
  { path: '/social-assistance/tasks', meta: { title: '我的待办', may: 'viewTasks' }, component: () => import('./TasksPage.vue') },
]
