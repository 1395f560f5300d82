import type { RouteRecordRaw } from 'vue-router'

export const archivesRoutes: RouteRecordRaw[] = [
  { path: '/funeral-management/archives', meta: { title: '档案数字化', may: 'viewArchives' }, component: () => import('./ArchivesPage.vue') },
  { path: '/funeral-management/archives/:id', meta: { title: '馆藏档案', may: 'viewArchives' }, props: true, component: () => import('./HoldingPage.vue') },
]
