import { useSession } from '@xishan/web-kit'
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { defineComponent, h } from 'vue'

/** Runs a composable as the street's clerk on the demonstration's first day; hands out what it returns and how to leave it. */
export function asClerk<T>(compose: () => T, roles: ('ST_CLERK' | 'COMMUNITY' | 'DISCIPLINE')[] = ['ST_CLERK']): { result: T; leave: () => void } {
  const pinia = createPinia()
  setActivePinia(pinia)
  const session = useSession()
  session.enter({ id: 'clerk', username: 'xiyuan.clerk', name: '李红梅', office: '', roles, scope: '530112001', idleMinutes: 30 })
  session.businessDate = '2025-09-30'
  const made: T[] = []
  const Holder = defineComponent({
    setup() {
      made.push(compose())
      return () => h('div')
    },
  })
  const wrapper = mount(Holder, { global: { plugins: [pinia] } })
  const [result] = made
  if (result === undefined) throw new Error('the composable returned nothing')
  return { result, leave: () => wrapper.unmount() }
}

export interface Sent {
  method: string
  path: string
  body: Record<string, unknown>
}

const SA = '/api/social-assistance'

/** A service that keeps the version of one case and writes down what it was asked; `refuse` answers a refusal instead. */
export function aService(version: number, refuse: (sent: Sent) => { status: number; code: string } | undefined = () => undefined) {
  const service = {
    version,
    sent: [] as Sent[],
    fetch(url: string, { method = 'GET', body }: RequestInit = {}): Promise<Response> {
      const sent: Sent = { method, path: url.replace(SA, ''), body: JSON.parse(String(body ?? '{}')) }
      service.sent.push(sent)
      const given = sent.body['version']
      const refusal = refuse(sent) ?? (typeof given === 'number' && given !== service.version ? { status: 409, code: 'stale-version' } : undefined)
      if (refusal) return Promise.resolve(new Response(JSON.stringify({ type: 'about:blank', title: '未办理', detail: '请核对', ...refusal }), { status: refusal.status }))
      service.version += 1
      return Promise.resolve(new Response(JSON.stringify({ id: '01a209d0-4fcb-7d9c-bb70-7a896d00221c', version: service.version })))
    },
    paths: () => service.sent.map(({ method, path }) => `${method} ${path.replace(/[0-9a-f-]{36}/, ':id')}`),
    versions: () => service.sent.map(({ body }) => body['version']),
  }
  return service
}
