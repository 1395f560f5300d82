import { AtVersion, IdParams, LINE_ROUTES, Saved, defineContract } from '@xishan/domain'
import { z } from 'zod'
import {
  AccountDetail, AccountDetails, AccountGrants, AccountPage, AccountQuery, ColleagueQuery, Colleagues, IssuedPassword, LockAccount, NewAccount,
} from './accounts/account'
import { AdvanceClock, Clock } from './clock/clock'
import { BeginOneTimeCode, ConfirmOneTimeCode, OneTimeCodeSecret, RemoveOneTimeCode, ResetOneTimeCode } from './one-time-codes/one-time-code'
import { BeginOutsideSignIn, OutsideCallback, OutsideSignInBegun } from './outside-issuer/outside-sign-in'
import { ChangeOwnPassword, RenewPassword, ResetPassword } from './passwords/password-rules'
import { permissions } from './permissions'
import { problems } from './problems'
import { SignInPage, SignInQuery } from './records/records'
import { SecuritySettingKey, SecuritySettings, SetSecuritySetting } from './security-settings/security-settings'
import { JsonWebKeySet, ServiceToken, ServiceTokenRequest } from './service-tokens/service-token'
import { Me, SignIn, SignInOptions } from './sessions/session'

export const contract = defineContract({
  line: 'identity',
  title: '身份与权限',
  permissions,
  problems,
  routes: {
    signInOptions: { method: 'GET', path: '/session/options', summary: '登录方式', may: 'anyone', answer: SignInOptions },
    signIn: { method: 'POST', path: '/session', summary: '登录', may: 'anyone', body: SignIn, answer: Me },
    renewPassword: { method: 'POST', path: '/session/password', summary: '更换到期或初始密码并登录', may: 'anyone', body: RenewPassword, answer: Me },
    refreshSession: { method: 'POST', path: '/session/refresh', summary: '更新登录凭证', may: 'anyone', answer: Me },
    signOut: { method: 'DELETE', path: '/session', summary: '退出登录', may: 'anyone', answer: 'nothing' },
    signOutEverywhere: { method: 'DELETE', path: '/me/sessions', summary: '退出全部登录', may: 'signed-in', answer: 'nothing' },

    me: { method: 'GET', path: '/me', summary: '本人信息', may: 'signed-in', answer: Me },
    changeOwnPassword: { method: 'PUT', path: '/me/password', summary: '修改本人密码', may: 'signed-in', body: ChangeOwnPassword, answer: Saved },
    beginOneTimeCode: { method: 'POST', path: '/me/one-time-code', summary: '登记动态验证码', may: 'signed-in', body: BeginOneTimeCode, answer: OneTimeCodeSecret },
    confirmOneTimeCode: { method: 'PUT', path: '/me/one-time-code', summary: '启用动态验证码', may: 'signed-in', body: ConfirmOneTimeCode, answer: Saved },
    removeOneTimeCode: { method: 'POST', path: '/me/one-time-code/removal', summary: '停用动态验证码', may: 'signed-in', body: RemoveOneTimeCode, answer: Saved },
    colleagues: { method: 'GET', path: '/colleagues', summary: '管辖范围内的同事', may: 'signed-in', query: ColleagueQuery, answer: Colleagues },

    beginOutsideSignIn: { method: 'POST', path: '/outside/begin', summary: '开始统一身份登录', may: 'anyone', body: BeginOutsideSignIn, answer: OutsideSignInBegun },
    finishOutsideSignIn: { method: 'GET', path: '/outside/callback', summary: '统一身份登录返回', may: 'anyone', query: OutsideCallback, answer: 'nothing' },

    /** Served by the kit, as in every line. */
    clock: LINE_ROUTES.clock,
    advanceClock: { method: 'POST', path: '/clock/advance', summary: '推进业务日期（演示）', may: 'signed-in', body: AdvanceClock, answer: Clock },

    accounts: { method: 'GET', path: '/accounts', summary: '账号列表', may: 'viewAccounts', query: AccountQuery, answer: AccountPage },
    account: { method: 'GET', path: '/accounts/:id', summary: '账号', may: 'viewAccounts', params: IdParams, answer: AccountDetail },
    registerAccount: { method: 'POST', path: '/accounts', summary: '登记账号', may: 'manageAccounts', body: NewAccount, answer: IssuedPassword },
    amendAccount: { method: 'PUT', path: '/accounts/:id', summary: '修改账号资料', may: 'manageAccounts', params: IdParams, body: AccountDetails, answer: Saved },
    grantRoles: { method: 'PUT', path: '/accounts/:id/grants', summary: '授予岗位与管辖范围', may: 'grantRoles', params: IdParams, body: AccountGrants, answer: Saved },
    lockAccount: { method: 'POST', path: '/accounts/:id/lock', summary: '停用账号', may: 'manageAccounts', params: IdParams, body: LockAccount, answer: Saved },
    unlockAccount: { method: 'POST', path: '/accounts/:id/unlock', summary: '恢复账号', may: 'manageAccounts', params: IdParams, body: AtVersion, answer: Saved },
    resetPassword: { method: 'POST', path: '/accounts/:id/password', summary: '重置密码', may: 'manageAccounts', params: IdParams, body: ResetPassword, answer: IssuedPassword },
    resetOneTimeCode: { method: 'POST', path: '/accounts/:id/one-time-code', summary: '解除动态验证码', may: 'manageAccounts', params: IdParams, body: ResetOneTimeCode, answer: Saved },

    securitySettings: { method: 'GET', path: '/security-settings', summary: '安全设置', may: 'viewSecuritySettings', answer: SecuritySettings },
    setSecuritySetting: { method: 'PUT', path: '/security-settings/:key', summary: '调整安全设置', may: 'setSecuritySettings', params: z.object({ key: SecuritySettingKey }), body: SetSecuritySetting, answer: Saved },

    signIns: { method: 'GET', path: '/sign-ins', summary: '登录记录', may: 'viewRecords', query: SignInQuery, answer: SignInPage },

    serviceToken: { method: 'POST', path: '/service-tokens', summary: '服务凭证', may: 'anyone', body: ServiceTokenRequest, answer: ServiceToken },
    keys: { method: 'GET', path: '/.well-known/jwks.json', summary: '签名公钥', may: 'anyone', answer: JsonWebKeySet },
  },
})
