import type { RouteRecordRaw } from 'vue-router'

export const deathRoutes: RouteRecordRaw[] = [
  { path: '/social-assistance/deaths', meta: { title: '死亡信息处置', may: 'viewDeaths' }, component: () => import('./DeathsPage.vue') },
  { path: '/social-assistance/deaths/:id', meta: { title: '死亡信息处置', may: 'viewDeaths' }, props: true, component: () => import('./DeathPage.vue') },
  { path: '/social-assistance/death-tasks', meta: { title: '死亡信息待办', may: 'viewDeaths' }, component: () => import('./DeathTasksPage.vue') },
  { path: '/social-assistance/death-tasks/:id', meta: { title: '死亡信息待办', may: 'viewDeaths' }, props: true, component: () => import('./DeathTaskPage.vue') },
]
