import type { RouteRecordRaw } from 'vue-router'

export const householdRoutes: RouteRecordRaw[] = [
  { path: '/social-assistance/households', meta: { title: '家庭', may: 'viewHouseholds' }, component: () => import('./HouseholdsPage.vue') },
  { path: '/social-assistance/households/:id', meta: { title: '家庭', may: 'viewHouseholds' }, props: true, component: () => import('./HouseholdPage.vue') },
  { path: '/social-assistance/households/:id/account', meta: { title: '家庭账户', may: 'viewHouseholdAccount' }, props: true, component: () => import('./HouseholdAccountPage.vue') },
]
