import type { RouteRecordRaw } from 'vue-router'

export const mourningPlacesRoutes: RouteRecordRaw[] = [
  { path: '/funeral-management/mourning-places', meta: { title: '集中治丧场所', may: 'viewMourningPlaces' }, component: () => import('./MourningPlacesPage.vue') },
  { path: '/funeral-management/mourning-places/:id', meta: { title: '集中治丧场所', may: 'viewMourningPlaces' }, props: true, component: () => import('./MourningPlacePage.vue') },
]
