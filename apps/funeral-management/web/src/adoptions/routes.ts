import type { RouteRecordRaw } from 'vue-router'

export const adoptionsRoutes: RouteRecordRaw[] = [
  { path: '/funeral-management/adoptions', meta: { title: '收养评估', may: 'viewAdoptions' }, component: () => import('./AdoptionsPage.vue') },
  { path: '/funeral-management/adoptions/new', meta: { title: '登记收养评估申请', may: 'adoption.open' }, component: () => import('./OpenAdoptionPage.vue') },
  { path: '/funeral-management/adoptions/readings', meta: { title: '收养档案查阅记录', may: 'viewFileReadings' }, component: () => import('./ReadingsPage.vue') },
  { path: '/funeral-management/adoptions/:id', meta: { title: '收养评估', may: 'viewAdoptions' }, props: true, component: () => import('./AdoptionPage.vue') },
]
