import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { mountPage } from '../testing/mount-page'
import NameFormPage from '../testing/NameFormPage.vue'

it('a field says what is wrong once it has been left, and the form leads to it', async () => {
  const { page } = await mountPage(NameFormPage)
  expect(page.find('.el-form-item').classes()).toContain('is-required')
  expect(page.find('.el-form-item__error').exists()).toBe(false)
  await page.find('input').trigger('focusout')
  await flushPromises()
  // Element Plus waits a moment, so that a message does not flicker while one types.
  await vi.waitFor(() => expect(page.find('.el-form-item__error').text()).toBe('请填写姓名'))
  expect(page.find('.form-problem').exists()).toBe(false)
  await page.find('form').trigger('submit')
  await flushPromises()
  expect(page.find('.form-problem').text()).toContain('还有 1 项需要改正：申请人姓名')
})

it('the label belongs to its input', async () => {
  const { page } = await mountPage(NameFormPage)
  const id = page.find('label').attributes('for')
  expect(id).toBeTruthy()
  expect(page.find('input').attributes('id')).toBe(id)
})
