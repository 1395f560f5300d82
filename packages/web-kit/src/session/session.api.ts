import { ROLE_CODES, defineContract } from '@xishan/domain'
import { z } from 'zod'
import { client } from '../client/client'

/** What a frontend needs of identity's answer; identity's own contract says more. */
export const Account = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  office: z.string(),
  roles: z.array(z.enum(ROLE_CODES)),
  scope: z.string(),
  idleMinutes: z.int(),
})
export type Account = z.infer<typeof Account>

const Clock = z.object({ businessDate: z.string(), demonstration: z.boolean() })

export const identity = client(
  defineContract({
    line: 'identity',
    title: '身份与权限',
    permissions: {},
    problems: {},
    routes: {
      me: { method: 'GET', path: '/me', summary: '本人信息', may: 'signed-in', answer: Account },
      refreshSession: { method: 'POST', path: '/session/refresh', summary: '更新登录凭证', may: 'anyone', answer: Account },
      signOut: { method: 'DELETE', path: '/session', summary: '退出登录', may: 'anyone', answer: 'nothing' },
      clock: { method: 'GET', path: '/clock', summary: '业务日期', may: 'anyone', answer: Clock },
    },
  }),
)
