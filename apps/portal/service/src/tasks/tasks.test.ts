import { routes } from '@xishan/portal-contract'
import { someone } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aReport, startPortal, type Portal } from '../testing/portal'

const head = someone('BU_HEAD')
let portal: Portal

beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

const tasks = async (reader = head) => (await portal.call(reader, routes.tasks)).body.lines

describe('tasks across the lines', () => {
  it('are the reader’s own; a line that is down is named and the others shown', async () => {
    expect(await tasks()).toMatchObject([
      { line: 'social-assistance', answered: true, sentence: null, tasks: [{ number: 'XS-SA-2025-000009', light: 'green' }] },
      { line: 'elderly-care', title: '养老服务', answered: false, sentence: '养老服务暂时无法连接。', tasks: [] },
      { line: 'portal', answered: true, tasks: [] },
    ])
  })

  it('leave out a line that has nothing for the reader’s role', async () => {
    expect((await tasks(someone('FINANCE'))).map(({ line }) => line)).toEqual(['elderly-care', 'portal'])
  })

  it('hold what waits in the portal itself: entries for the reviewer, points for the director', async () => {
    const file = aReport()
    await portal.call(someone('BU_CLERK'), routes.enterValue, { params: { number: '9' }, body: { value: '900', dataAsOf: '2025-09-30', sourceText: '三季度统计台账' }, file })
    await portal.call(head, routes.enterValue, { params: { number: '10' }, body: { value: '3400', dataAsOf: '2025-09-30', sourceText: '三季度统计台账' }, file })
    expect((await tasks()).at(-1)).toMatchObject({ line: 'portal', total: 1, tasks: [{ title: '持证社会工作人才数：900 人', state: '待复核', path: '/portal/indicators/9' }] })
    expect((await tasks(someone('DIRECTOR'))).at(-1)).toMatchObject({ total: 2, tasks: [{ number: '口径 1', detail: '明确口径' }, { number: '口径 2' }] })
  })
})

describe('the services’ health', () => {
  it('tells who answers, in which version, and how old the portal’s numbers are', async () => {
    await portal.call(head, routes.plan)
    const { services } = (await portal.call(someone('SYS'), routes.services)).body
    expect(services).toMatchObject([
      { line: 'social-assistance', state: 'READY', version: expect.any(String), dataAsOf: '2025-09-30', lastFailure: null },
      { line: 'elderly-care', state: 'DOWN', version: null, dataAsOf: null, sentence: '养老服务暂时无法连接。', lastFailure: { sentence: '养老服务暂时无法连接。' } },
    ])
  })
})
