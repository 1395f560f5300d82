import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { ApiProblem } from '../client/api-problem'
import { CLERK, signedIn, within } from '../testing/mount-page'
import { useForm } from './use-form'

const Application = z.object({
  name: z.string().trim().min(2, '请填写姓名'),
  phone: z.string().regex(/^1\d{10}$/, '应为 11 位手机号').optional(),
  members: z.array(z.object({ name: z.string().min(1, '请填写成员姓名') })).min(1, '至少一名家庭成员'),
})
const blank = () => ({ name: '', phone: '', members: [{ name: '' }] })
const open = (draftKey?: string) => within(() => useForm(Application, blank(), draftKey === undefined ? {} : { draftKey }))
const refuse = (code: string, errors: { field: string; message: string }[] = []) => new ApiProblem({ code, status: 422, title: '填写内容有误', detail: '请改正', errors })

beforeEach(() => {
  localStorage.clear()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})
afterEach(() => vi.useRealTimers())

describe('validation', () => {
  it('says nothing about a field that nobody has visited yet', () => {
    const { result: form } = open()
    form.touch('name')
    expect(form.errors).toEqual({ name: '请填写姓名' })
    expect(form.isValid).toBe(false)
  })

  it('follows what is typed', () => {
    const { result: form } = open()
    form.touch('phone')
    form.values.phone = '13'
    expect(form.errors).toEqual({ phone: '应为 11 位手机号' })
    form.values.phone = ''
    expect(form.errors).toEqual({})
  })

  it('shows every field after an attempt, and sends nothing', async () => {
    const { result: form } = open()
    const send = vi.fn<() => Promise<string>>()
    expect(await form.submit(send)).toBeUndefined()
    expect(send).not.toHaveBeenCalled()
    expect(form.errors).toEqual({ name: '请填写姓名', 'members.0.name': '请填写成员姓名' })
  })

  it('knows which fields are required', () => {
    const { result: form } = open()
    expect([form.isRequired('name'), form.isRequired('phone'), form.isRequired('members.0.name')]).toEqual([true, false, true])
  })
})

describe('submitting', () => {
  const filled = (draftKey?: string) => {
    const opened = open(draftKey)
    Object.assign(opened.result.values, { name: ' 李红 ', members: [{ name: '李红' }] })
    return opened
  }

  it('hands over what the contract makes of the values', async () => {
    const { result: form } = filled()
    expect(await form.submit((values) => Promise.resolve(values))).toEqual({ name: '李红', members: [{ name: '李红' }] })
    expect(form.isDirty).toBe(false)
  })

  it('puts the service’s refusal to its field until the value is changed', async () => {
    const { result: form } = filled()
    await form.submit(() => Promise.reject(refuse('invalid-input', [{ field: 'members.0.name', message: '与户口簿不符' }])))
    expect(form.problem?.code).toBe('invalid-input')
    expect(form.errors).toEqual({ 'members.0.name': '与户口簿不符' })
    form.values.members = [{ name: '李虹' }]
    expect(form.errors).toEqual({})
  })

  it('is done once however often the button is pressed', async () => {
    const { result: form } = filled()
    let settle = (): void => undefined
    const send = vi.fn<() => Promise<string>>(() => new Promise<string>((resolve) => (settle = () => resolve('ok'))))
    const first = form.submit(send)
    expect(await form.submit(send)).toBeUndefined()
    settle()
    expect(await first).toBe('ok')
    expect(send).toHaveBeenCalledTimes(1)
  })

  it('keeps what was typed when it fails', async () => {
    const { result: form, leave } = filled('application:new')
    await form.submit(() => Promise.reject(refuse('unavailable')))
    leave()
    expect(open('application:new').result.values.name).toBe(' 李红 ')
  })
})

describe('a draft', () => {
  const type = async (name: string) => {
    const opened = open('application:new')
    opened.result.values.name = name
    await flushPromises()
    vi.advanceTimersByTime(500)
    return opened
  }

  it('comes back with a notice', async () => {
    await type('李红')
    const { result: again } = open('application:new')
    expect(again.values.name).toBe('李红')
    expect(again.restoredAt).toBeDefined()
    expect(again.isDirty).toBe(true)
  })

  it('is kept also when the page is left before it was due', async () => {
    const { result: form, leave } = open('application:new')
    form.values.name = '李红'
    await flushPromises()
    leave()
    expect(open('application:new').result.values.name).toBe('李红')
  })

  it('belongs to the person who typed it', async () => {
    await type('李红')
    const other = within(() => useForm(Application, blank(), { draftKey: 'application:new' }), signedIn({ ...CLERK, id: 'clerk-2' }))
    expect(other.result.values.name).toBe('')
  })

  it('is gone after success', async () => {
    const { result: form } = await type('李红')
    form.values.members = [{ name: '李红' }]
    await form.submit(() => Promise.resolve('ok'))
    await flushPromises()
    vi.advanceTimersByTime(500)
    expect(open('application:new').result.restoredAt).toBeUndefined()
  })

  it('can be given up for an empty form', async () => {
    await type('李红')
    const { result: form, leave } = open('application:new')
    form.discardDraft()
    await flushPromises()
    expect(form.values.name).toBe('')
    leave()
    expect(open('application:new').result.restoredAt).toBeUndefined()
  })

  it('of an older form brings back no field that is gone', async () => {
    localStorage.setItem('xs:draft:clerk-1:application:new', JSON.stringify({ savedAt: '2025-09-01T00:00:00Z', values: { name: '李红', hukou: '旧' } }))
    expect(open('application:new').result.values).toEqual({ name: '李红', phone: '', members: [{ name: '' }] })
  })
})
