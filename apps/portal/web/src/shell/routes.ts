import { contract, SIGN_IN_PROBLEM } from '@xishan/identity-contract'
import { routesOf } from '@xishan/web-kit'
import type { RouteRecordRaw } from 'vue-router'
import { administration } from './administration'

/** Sign-in, one's own account, and what the three administrators look after. */
export const shellRoutes: RouteRecordRaw[] = [
  {
    path: '/sign-in',
    component: () => import('../session/SignInPage.vue'),
    meta: { title: '登录', isOpen: true },
  },
  { path: '/me/password', component: () => import('../session/OwnPasswordPage.vue'), meta: { title: '修改密码' } },
  { path: '/me/one-time-code', component: () => import('../session/OneTimeCodePage.vue'), meta: { title: '动态验证码' } },
  ...routesOf({ routes: administration.routes, contract }),
]

/** Where the outside issuer's failed sign-in comes back to, as the sign-in page understands it. */
export const outsideProblem = (query: Record<string, unknown>): string | undefined => {
  const code = query[SIGN_IN_PROBLEM]
  return typeof code === 'string' ? code : undefined
}
