import type { JobStanding } from '@xishan/domain'
import { flushPromises, mount } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { signedIn } from '../../src/testing/mount-page'
import JobProgress from './JobProgress.vue'

const standing = (changed: Partial<JobStanding>): JobStanding => ({ id: 'job-1', title: '导入', state: 'running', done: 40, total: 80, error: null, resultName: null, createdAt: '', ...changed })
function follow(...answers: JobStanding[]) {
  const read = vi.fn<() => Promise<JobStanding>>(() => Promise.resolve(answers.length > 1 ? (answers.shift() ?? standing({})) : (answers[0] ?? standing({}))))
  const cancel = vi.fn<() => Promise<void>>(() => Promise.resolve())
  const jobs = { read, cancel, file: () => Promise.reject(new Error('no file')), toFile: () => () => Promise.reject(new Error('no file')) }
  return { page: mount(JobProgress, { props: { id: 'job-1', jobs, title: '导入花名册', unit: '行' }, global: { plugins: [signedIn()] } }), cancel, read }
}

test('a job shows how far it is, then that it is done', async () => {
  const { page } = follow(standing({}), standing({ state: 'done', done: 80 }))
  await vi.waitFor(() => expect(page.text()).toContain('40 / 80 行'))
  await vi.waitFor(() => expect(page.text()).toContain('已完成'), 3000)
  expect(page.emitted('done')).toHaveLength(1)
})
test('a job that failed says why', async () => {
  const { page } = follow(standing({ state: 'failed', error: '文件缺少“身份证号”一列，请补上后重新上传。' }))
  await vi.waitFor(() => expect(page.text()).toContain('请补上后重新上传'))
  expect(page.emitted('ended')).toHaveLength(1)
})
test('cancelling cancels the job itself; leaving the page does not', async () => {
  const stopped = follow(standing({}))
  await vi.waitFor(() => expect(stopped.page.text()).toContain('40 / 80'))
  await stopped.page.findAll('button').find((button) => button.text() === '取消')?.trigger('click')
  await vi.waitFor(() => expect(stopped.cancel).toHaveBeenCalledOnce())
  await vi.waitFor(() => expect(stopped.page.text()).toContain('已取消'))

  const left = follow(standing({}))
  await flushPromises()
  left.page.unmount()
  await new Promise((resolve) => setTimeout(resolve, 1000))
  expect(left.cancel).not.toHaveBeenCalled()
  expect(left.read).toHaveBeenCalledOnce()
})
