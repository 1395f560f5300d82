import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiProblem } from '../client/api-problem'
import type { CallOptions } from '../client/client'
import { signedIn } from '../testing/mount-page'
import AttachmentUpload from './AttachmentUpload.vue'
import { divisionTree } from './division-tree'
import IdentityNumberInput from './IdentityNumberInput.vue'
import MoneyInput from './MoneyInput.vue'
import RevealField from './RevealField.vue'

let plugins = [signedIn()]
beforeEach(() => {
  document.body.innerHTML = ''
  plugins = [signedIn()]
})
const type = async (input: VueWrapper, text: string) => {
  await input.find('input').setValue(text)
  await flushPromises()
}
const models = (input: VueWrapper): unknown[] => (input.emitted('update:modelValue') ?? []).map(([value]) => value)

describe('money', () => {
  const open = (modelValue?: number) => mount(MoneyInput, { props: { modelValue }, global: { plugins } })

  it('shows fen as yuan', () => expect(open(123450).find('input').element.value).toBe('1,234.50'))
  it('gives whole fen for what is typed', async () => {
    const input = open()
    await type(input, '630.5')
    expect(models(input).at(-1)).toBe(63050)
  })
  it('keeps what is no amount on the screen, says why, and gives nothing', async () => {
    const input = open(63000)
    await type(input, '六百三')
    expect(models(input).at(-1)).toBeNull()
    expect(input.find('input').element.value).toBe('六百三')
    expect(input.find('[role=alert]').text()).toContain('不是金额')
  })
  it('follows a value set from outside', async () => {
    const input = open(63000)
    await input.setProps({ modelValue: 70000 })
    expect(input.find('input').element.value).toBe('700.00')
  })
})

describe('an identity number', () => {
  const open = (modelValue: string) => mount(IdentityNumberInput, { props: { modelValue }, global: { plugins } })

  it('is shown in groups with what it tells', () => {
    const input = open('530112194103150021')
    expect(input.find('input').element.value).toBe('530112 19410315 0021')
    expect(input.find('[role=status]').text()).toBe('女，1941-03-15 出生，84 周岁')
  })
  it('gives what is stored: no spaces, half-width, capital X', async () => {
    const input = open('')
    await type(input, '１１0105 19491231 002x')
    expect(models(input).at(-1)).toBe('11010519491231002X')
  })
  it('tells nothing while it cannot be right', () => expect(open('530112194103150022').find('[role=status]').exists()).toBe(false))
})

describe('a masked value', () => {
  const open = (reveal: (reason: string) => Promise<string>, reason?: string) =>
    mount(RevealField, { props: { masked: '530112********0021', label: '身份证号', reveal, ...(reason === undefined ? {} : { reason }) }, global: { plugins }, attachTo: document.body })

  it('opens with the case as its reason, for the handler', async () => {
    const reveal = vi.fn<(reason: string) => Promise<string>>(() => Promise.resolve('530112194103150021'))
    const field = open(reveal, 'XS-A-2025-000001')
    await field.find('button').trigger('click')
    await flushPromises()
    expect(reveal).toHaveBeenCalledWith('XS-A-2025-000001')
    expect(field.text()).toContain('530112194103150021')
  })
  it('asks everybody else for a reason first', async () => {
    const reveal = vi.fn<(reason: string) => Promise<string>>(() => Promise.resolve('x'))
    await open(reveal).find('button').trigger('click')
    await flushPromises()
    expect(reveal).not.toHaveBeenCalled()
    expect(document.body.textContent).toContain('请填写办理事由')
  })
})

describe('an attachment', () => {
  type Upload = (file: File, options: CallOptions) => Promise<unknown>
  const open = (upload: Upload) => mount(AttachmentUpload, { props: { label: '身份证复印件', upload, limitMb: 1 }, global: { plugins } })
  const choose = async (field: VueWrapper, file: File) => {
    const chooser = field.find('input[type=file]')
    Object.defineProperty(chooser.element, 'files', { value: [file], configurable: true })
    await chooser.trigger('change')
    await flushPromises()
  }

  it('shows how far it is, can be cancelled, and is gone when it has arrived', async () => {
    let settle = (): void => undefined
    const field = open((_, { onProgress }) => {
      onProgress?.(40)
      return new Promise<void>((resolve) => (settle = resolve))
    })
    await choose(field, new File(['x'], '证.png'))
    expect(field.text()).toContain('40%')
    expect(field.text()).toContain('取消')
    settle()
    await flushPromises()
    expect(field.text()).not.toContain('证.png')
    expect(field.emitted('changed')).toHaveLength(1)
  })
  it('is refused here when it is too large, before it travels', async () => {
    const upload = vi.fn<Upload>()
    const field = open(upload)
    await choose(field, new File(['x'.repeat(1024 * 1024 + 1)], '证.png'))
    expect(upload).not.toHaveBeenCalled()
    expect(field.find('[role=alert]').text()).toContain('超过 1 MB')
  })
  it('keeps the service’s refusal beside its name, to be tried again', async () => {
    const upload = vi.fn<Upload>().mockRejectedValueOnce(new ApiProblem({ code: 'file-kind-refused', status: 415, title: '文件类型不符', detail: '只接受图片。' })).mockResolvedValueOnce(undefined)
    const field = open(upload)
    await choose(field, new File(['x'], '证.exe'))
    expect(field.find('[role=alert]').text()).toBe('只接受图片。')
    await field.findAll('button').find((button) => button.text() === '重试')?.trigger('click')
    await flushPromises()
    expect(upload).toHaveBeenCalledTimes(2)
    expect(field.find('[role=alert]').exists()).toBe(false)
  })
})

it('divisions stand under their street and district, by code', () => {
  const tree = divisionTree([{ code: '530112001002', name: '凯苑' }, { code: '530112', name: '西山区' }, { code: '530112001', name: '西苑街道' }, { code: '530112009001', name: '孤儿社区' }], 12)
  expect(tree.map(({ label }) => label)).toEqual(['西山区', '孤儿社区'])
  expect(tree[0]?.children[0]?.children.map(({ label, disabled }) => [label, disabled])).toEqual([['凯苑', false]])
  expect(tree[0]?.disabled).toBe(true)
})
