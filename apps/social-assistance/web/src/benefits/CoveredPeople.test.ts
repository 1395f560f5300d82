import { mount } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import CoveredPeople from './CoveredPeople.vue'

const person = (supplementFen: number, supplementGround: string | null) => ({ memberId: crypto.randomUUID(), name: '陈芳', relation: '配偶', supplementFen, supplementGround })

test('the ground of a supplement is shown', async () => {
  const page = mount(CoveredPeople, { props: { covered: [person(0, ''), person(6300, '重病患者')] } })
  await vi.waitFor(() => expect(page.text()).toContain('重病患者'))
  expect(page.text()).not.toContain('您的岗位')
})

test('the amount alone is shown to who does not see the ground', async () => {
  const page = mount(CoveredPeople, { props: { covered: [person(0, null), person(6300, null)] } })
  await vi.waitFor(() => expect(page.text()).toContain('63.00'))
  expect(page.findAll('th').map((head) => head.text())).toEqual(['姓名', '与户主关系', '分类施保金额（元）'])
  expect(page.text()).toContain('您的岗位不查看分类施保情形')
})
