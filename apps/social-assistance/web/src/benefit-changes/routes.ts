import type { RouteRecordRaw } from 'vue-router'

export const benefitChangeRoutes: RouteRecordRaw[] = [
  { path: '/social-assistance/benefit-changes', meta: { title: '在保变更', may: 'viewBenefitChanges' }, component: () => import('./ChangesPage.vue') },
  {
    path: '/social-assistance/benefit-changes/new',
    meta: { title: '登记变更', may: 'benefitChange.report' },
    props: ({ query }) => ({ benefitId: String(query['benefit'] ?? ''), kind: String(query['kind'] ?? '') }),
    component: () => import('./ReportChangePage.vue'),
  },
  { path: '/social-assistance/benefit-changes/:id', meta: { title: '在保变更', may: 'viewBenefitChanges' }, props: true, component: () => import('./ChangePage.vue') },
  { path: '/social-assistance/benefit-changes/:id/sheet', meta: { title: '变更后的家庭情况', may: 'editChangeFacts' }, props: true, component: () => import('./sheet/ChangeSheetPage.vue') },
  { path: '/social-assistance/rechecks', meta: { title: '定期复核', may: 'viewBenefitChanges' }, component: () => import('./rechecks/RechecksPage.vue') },
]
