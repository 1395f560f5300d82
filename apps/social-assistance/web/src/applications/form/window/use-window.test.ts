import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aCase } from '../../case/testing/a-case'
import { aService, asClerk, type Sent } from '../testing/at-the-desk'
import { useWindow } from './use-window'
import type { WindowValues } from './window-values'

const filled: WindowValues = {
  applicantName: '王秀英', document: { type: '1', number: '530112194103150021' }, phone: '13800001234', divisionCode: '530112001001', hukouDivisionCode: '530112001',
  residence: 'URBAN', address: '凯苑社区 3 幢 501', memberCount: 2, hardship: 'OLD_AGE', staffRelative: false, agent: null,
}
const CREATE = 'POST /applications'
const UPDATE = 'PUT /applications/:id'
const SUBMIT = 'POST /applications/:id/submit'
const ACCEPT = 'POST /applications/:id/accept'
const inOpenCase = ({ path }: Sent) => (path.endsWith('/accept') ? { status: 409, code: 'in-open-case' } : undefined)

function open(service: ReturnType<typeof aService>, detail?: Parameters<typeof useWindow>[0]) {
  vi.stubGlobal('fetch', vi.fn(service.fetch))
  return asClerk(() => useWindow(detail)).result
}
beforeEach(() => localStorage.clear())
afterEach(() => vi.unstubAllGlobals())

describe('a new application', () => {
  it('is kept, handed in and accepted by one press', async () => {
    const service = aService(0)
    const window = open(service)
    window.form.values = filled
    await expect(window.handIn(true)).resolves.toMatchObject({ isDone: true })
    expect(service.paths()).toEqual([CREATE, SUBMIT, ACCEPT])
    expect(service.versions()).toEqual([undefined, 1, 2])
  })

  it('goes on where it is kept when accepting is refused', async () => {
    const window = open(aService(0, inOpenCase))
    window.form.values = filled
    await expect(window.handIn(true)).resolves.toMatchObject({ isDone: false })
  })

  it('stays on the page with what is missing', async () => {
    const service = aService(0)
    const window = open(service)
    await expect(window.handIn(false)).resolves.toBeUndefined()
    expect(service.sent).toEqual([])
    expect(window.form.errors['applicantName']).toBe('请填写申请人姓名')
  })

  it('is kept half filled, but not with something wrong in it', async () => {
    const service = aService(0)
    const window = open(service)
    window.form.values.applicantName = '王秀英'
    window.form.values.phone = '138'
    await expect(window.save()).resolves.toBeUndefined()
    expect(window.form.errors['phone']).toContain('11 位手机号')
    window.form.values.phone = ''
    await expect(window.save()).resolves.toBeDefined()
    expect(service.sent.map(({ body }) => body)).toEqual([{ applicantName: '王秀英', hukouDivisionCode: '530112001', agent: null }])
  })
})

describe('an application begun before', () => {
  it('does not send again what the service holds', async () => {
    const service = aService(7)
    const window = open(service, aCase({ state: 'DRAFT' }))
    window.form.values.address = '凯苑路 9 号'
    await window.handIn(false)
    expect(service.paths()).toEqual([UPDATE, SUBMIT])
    expect(service.sent[0]?.body).not.toHaveProperty('document')
    expect(service.sent[0]?.body).toMatchObject({ version: 7, address: '凯苑路 9 号' })
  })

  it('is handed in once, however often accepting is refused', async () => {
    const service = aService(7, inOpenCase)
    const window = open(service, aCase({ state: 'DRAFT' }))
    await window.handIn(true)
    expect(window.form.problem?.code).toBe('in-open-case')
    expect(window.state.value).toBe('SUBMITTED')
    await window.handIn(true)
    expect(service.paths()).toEqual([UPDATE, SUBMIT, ACCEPT, UPDATE, ACCEPT])
  })
})
