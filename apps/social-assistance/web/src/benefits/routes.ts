import type { RouteRecordRaw } from 'vue-router'

export const benefitRoutes: RouteRecordRaw[] = [
  { path: '/social-assistance/benefits', meta: { title: '在保待遇', may: 'viewBenefits' }, component: () => import('./BenefitsPage.vue') },
  { path: '/social-assistance/benefits/:id', meta: { title: '待遇', may: 'viewBenefits' }, props: true, component: () => import('./BenefitPage.vue') },
]
