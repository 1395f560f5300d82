import type { RouteRecordRaw } from 'vue-router'

export const deathListsRoutes: RouteRecordRaw[] = [
  { path: '/funeral-management/death-lists', meta: { title: '死亡名单', may: 'viewDeathLists' }, component: () => import('./DeathListsPage.vue') },
  { path: '/funeral-management/death-lists/:id', meta: { title: '死亡名单', may: 'viewDeathLists' }, props: true, component: () => import('./DeathListPage.vue') },
]
