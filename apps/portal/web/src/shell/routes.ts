import { contract } from '@xishan/identity-contract'
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
