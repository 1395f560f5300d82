import type { RouteRecordRaw } from 'vue-router'

export const recoveryRoutes: RouteRecordRaw[] = [
  { path: '/social-assistance/recoveries', meta: { title: '追回', may: 'viewRecoveries' }, component: () => import('./RecoveriesPage.vue') },
  { path: '/social-assistance/recoveries/:id', meta: { title: '追回', may: 'viewRecoveries' }, props: true, component: () => import('./RecoveryPage.vue') },
]
