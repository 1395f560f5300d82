import type { RouteRecordRaw } from 'vue-router'

export const rosterImportRoutes: RouteRecordRaw[] = [
  { path: '/social-assistance/roster-imports', meta: { title: '名册导入', may: 'viewRosterImports' }, component: () => import('./RosterImportsPage.vue') },
  { path: '/social-assistance/roster-imports/:id', meta: { title: '名册导入', may: 'viewRosterImports' }, props: true, component: () => import('./RosterImportPage.vue') },
]
