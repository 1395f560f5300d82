import { flushPromises, mount } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { signedIn } from '../../src/testing/mount-page'
import { ImportUpload } from './index'

const limits = { endings: ['.xlsx'], limitMb: 20 }
async function choose(name: string, upload = vi.fn<() => Promise<{ id: string }>>(() => Promise.resolve({ id: 'job-1' }))) {
  const page = mount(ImportUpload<{ id: string }>, { props: { label: '发放花名册', limits, upload }, global: { plugins: [signedIn()] } })
  const input = page.find('input')
  Object.defineProperty(input.element, 'files', { value: [new File(['rows'], name)] })
  await input.trigger('change')
  return { page, upload }
}

test('a file of the right kind is sent at a press, and what the service answers is handed on', async () => {
  const { page, upload } = await choose('九月.xlsx')
  expect(upload).not.toHaveBeenCalled()
  await page.findAll('button').find((button) => button.text() === '上传')?.trigger('click')
  await flushPromises()
  expect(upload).toHaveBeenCalledOnce()
  expect(page.emitted('sent')).toEqual([[{ id: 'job-1' }]])
})

test('a file of another kind is refused with what to do, and cannot be sent', async () => {
  const { page } = await choose('九月.pdf')
  expect(page.text()).toContain('请另存为这种格式后再选')
  expect(page.findAll('button').map((button) => button.text())).not.toContain('上传')
})

test('a refusal of the service stays to be read, and the file to be sent again', async () => {
  const { page } = await choose('九月.xlsx', vi.fn<() => Promise<{ id: string }>>(() => Promise.reject(new TypeError('fetch failed'))))
  await page.findAll('button').find((button) => button.text() === '上传')?.trigger('click')
  await flushPromises()
  expect(page.find('.el-alert').text()).not.toBe('')
  expect(page.text()).toContain('九月.xlsx')
})
