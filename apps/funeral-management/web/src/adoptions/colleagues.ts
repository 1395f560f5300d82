import { ROLE_CODES, defineContract, type Role } from '@xishan/domain'
import { client, useLoad } from '@xishan/web-kit'
import { computed } from 'vue'
import { z } from 'zod'

const Colleague = z.object({ id: z.string(), name: z.string(), office: z.string(), roles: z.array(z.enum(ROLE_CODES)) })
export type Colleague = z.infer<typeof Colleague>

/** What a closed file needs of identity: who may be named in it. */
const identity = client(
  defineContract({
    line: 'identity',
    title: '身份与权限',
    permissions: {},
    problems: {},
    routes: { colleagues: { method: 'GET', path: '/colleagues', summary: '管辖范围内的同事', may: 'signed-in', answer: z.object({ rows: z.array(Colleague) }) } },
  }),
)

/** Colleagues with one of these roles, by office. */
export function useColleagues(roles: readonly Role[]) {
  const load = useLoad((signal) => identity.colleagues({}, { signal }))
  return computed(() => (load.data.value?.rows ?? []).filter((colleague) => colleague.roles.some((role) => roles.includes(role))))
}
