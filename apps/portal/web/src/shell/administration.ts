import { contract } from '@xishan/identity-contract'
import { defineRemote } from '@xishan/web-kit'

/** Accounts, security settings and records: the pages of identity, for the administrators and the discipline inspectors. */
export const administration = defineRemote({
  id: 'administration',
  title: '账号与安全',
  contract,
  menu: [
    { title: '账号管理', to: '/administration/accounts', may: 'viewAccounts' },
    { title: '安全设置', to: '/administration/security-settings', may: 'viewSecuritySettings' },
    { title: '审计查询', to: '/administration/audit', may: 'viewRecords' },
    { title: '登录记录', to: '/administration/sign-ins', may: 'viewRecords' },
  ],
  routes: [
    { path: '/administration/accounts', component: () => import('../accounts/AccountsPage.vue'), meta: { title: '账号管理', may: 'viewAccounts' } },
    { path: '/administration/accounts/:id', component: () => import('../accounts/AccountPage.vue'), props: true, meta: { title: '账号', may: 'viewAccounts' } },
    { path: '/administration/security-settings', component: () => import('../security-settings/SecuritySettingsPage.vue'), meta: { title: '安全设置', may: 'viewSecuritySettings' } },
    { path: '/administration/audit', component: () => import('../records/AuditPage.vue'), meta: { title: '审计查询', may: 'viewRecords' } },
    { path: '/administration/sign-ins', component: () => import('../records/SignInsPage.vue'), meta: { title: '登录记录', may: 'viewRecords' } },
  ],
})
