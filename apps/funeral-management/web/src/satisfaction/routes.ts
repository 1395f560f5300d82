import type { RouteRecordRaw } from 'vue-router'

const SATISFACTION = '/funeral-management/services/satisfaction'

export const satisfactionRoutes: RouteRecordRaw[] = [
  { path: SATISFACTION, meta: { title: '服务满意度', may: 'viewSatisfaction' }, component: () => import('./SatisfactionPage.vue') },
  { path: `${SATISFACTION}/:id`, meta: { title: '满意度评价', may: 'viewSatisfaction' }, props: true, component: () => import('./SurveyPage.vue') },
  { path: '/public/funeral-management/satisfaction', meta: { title: '殡葬服务满意度评价', isOpen: true }, component: () => import('./PublicSurveyPage.vue') },
]
