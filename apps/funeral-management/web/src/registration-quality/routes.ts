import type { RouteRecordRaw } from 'vue-router'

export const registrationQualityRoutes: RouteRecordRaw[] = [
  { path: '/funeral-management/quality-samples', meta: { title: '登记质量抽查', may: 'viewRegistrationQuality' }, component: () => import('./SamplesPage.vue') },
  { path: '/funeral-management/quality-samples/:id', meta: { title: '登记质量抽查', may: 'viewRegistrationQuality' }, props: true, component: () => import('./SamplePage.vue') },
  { path: '/funeral-management/registration-offices', meta: { title: '登记机关', may: 'viewRegistrationQuality' }, component: () => import('./OfficesPage.vue') },
  { path: '/funeral-management/registration-offices/:id', meta: { title: '登记机关', may: 'viewRegistrationQuality' }, props: true, component: () => import('./OfficePage.vue') },
]
