import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { ApiProblem } from '../client/api-problem'
import CaseListPage from '../testing/CaseListPage.vue'
import { mountPage } from '../testing/mount-page'

interface Case {
  id: string
  name: string
}
const PAGES: Record<string, { rows: Case[]; next: string | null }> = {
  '': { rows: [{ id: '1', name: '李一' }], next: 'a' },
  a: { rows: [{ id: '2', name: '李二' }], next: 'b' },
  b: { rows: [{ id: '3', name: '李三' }], next: null },
}
type Load = (query: { after?: string; state?: string }) => Promise<{ rows: Case[]; next: string | null }>
const load = vi.fn<Load>(({ after = '' }) => Promise.resolve(PAGES[after] ?? { rows: [], next: null }))

const Page = defineComponent(() => () => h(CaseListPage, { load }))
const press = async (page: VueWrapper, label: string) => {
  const button = page.findAll('button').find((one) => one.text() === label)
  await button?.trigger('click')
  await flushPromises()
}

beforeEach(() => {
  localStorage.clear()
  load.mockClear()
})

describe('a list', () => {
  it('pages by key, forward and back, in the address', async () => {
    const { page, router } = await mountPage(Page, '/cases')
    await flushPromises()
    expect(page.text()).toContain('李一')
    await press(page, '下一页')
    await press(page, '下一页')
    expect(page.text()).toContain('李三')
    expect(page.text()).toContain('第 3 页')
    expect(router.currentRoute.value.query).toEqual({ after: 'b' })
    await press(page, '上一页')
    expect(page.text()).toContain('李二')
    await press(page, '上一页')
    expect(router.currentRoute.value.query).toEqual({})
  })

  it('begins at the place and with the filters of its address', async () => {
    await mountPage(Page, '/cases?state=DONE&after=a')
    await flushPromises()
    expect(load.mock.calls[0]?.[0]).toEqual({ state: 'DONE', after: 'a', limit: 20 })
  })

  it('puts a filter into the address and reads from the first page', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { page, router } = await mountPage(Page, '/cases?after=a')
    await page.find('.open-only').trigger('click')
    await flushPromises()
    vi.advanceTimersByTime(400)
    await flushPromises()
    vi.useRealTimers()
    expect(router.currentRoute.value.query).toEqual({ state: 'OPEN' })
    expect(load.mock.calls.at(-1)?.[0]).toEqual({ state: 'OPEN', limit: 20 })
  })

  it('says that nothing fits the filters, and clears them', async () => {
    load.mockResolvedValueOnce({ rows: [], next: null })
    const { page } = await mountPage(Page, '/cases?state=DONE')
    await flushPromises()
    expect(page.text()).toContain('没有符合条件的内容')
    expect(page.text()).toContain('清除筛选')
  })

  it('says what went wrong and tries again', async () => {
    load.mockRejectedValueOnce(new ApiProblem({ code: 'unavailable', status: 503, title: '服务暂时不可用', detail: '请稍后重试。' }))
    const { page } = await mountPage(Page, '/cases')
    await flushPromises()
    expect(page.text()).toContain('服务暂时不可用')
    await press(page, '重试')
    expect(page.text()).toContain('李一')
  })

  it('tells who may not see it', async () => {
    load.mockRejectedValueOnce(new ApiProblem({ code: 'not-permitted', status: 403, title: '没有权限', detail: '您的岗位不能办理。' }))
    const { page } = await mountPage(Page, '/cases')
    await flushPromises()
    expect(page.text()).toContain('没有权限')
  })
})
