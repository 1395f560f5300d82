import { routes } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openOffice, staff, type Office } from '../testing/office'
import { RosterWalk, aNumber, aRoster } from '../testing/roster-walk'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const list = async (rows: [name: string, number: string, from?: string][], input: object = {}) => {
  const walk = new RosterWalk(office)
  const bytes = await aRoster(rows.map(([name, number, from]) => [name, number, '西苑街道', '凯苑社区', from ?? '']), ['姓名', '身份证号', '街道', '社区', '起始月份'])
  const { status, body } = await walk.upload(bytes, { kind: 'OTHER_ENTITLEMENT', scheme: 'EXTREME_HARDSHIP', ...input })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return walk
}
const supported = () => office.sql(`select name, from_month, to_month from other_entitlement where scheme = 'EXTREME_HARDSHIP' order by from_month, name`)

it('a list of who is supported otherwise replaces the one before, as of its month', async () => {
  const [a, b, c] = [aNumber(), aNumber(), aNumber()]
  const first = await list([['甲', a, '2020-03'], ['乙', b]], { asOfMonth: '2025-06' })
  expect(await first.check()).toMatchObject({ newCount: 2, unchangedCount: 0, householdCount: 2 })
  expect(await first.apply()).toMatchObject({ state: 'APPLIED', appliedCount: 2 })
  expect(await supported()).toEqual([{ name: '甲', from_month: '2020-03', to_month: null }, { name: '乙', from_month: '2025-06', to_month: null }])

  const second = await list([['甲', a, '2020-03'], ['丙', c]], { asOfMonth: '2025-09' })
  expect(await second.check()).toMatchObject({ newCount: 1, unchangedCount: 1 })
  await second.apply()
  expect(await supported()).toEqual([{ name: '甲', from_month: '2020-03', to_month: null }, { name: '乙', from_month: '2025-06', to_month: '2025-08' }, { name: '丙', from_month: '2025-09', to_month: null }])

  const earlier = await list([['甲', a]], { asOfMonth: '2025-07' })
  await earlier.check()
  await earlier.must(staff.bureauClerk, routes.submitRoster)
  expect((await earlier.act(staff.head, routes.applyRoster)).body).toMatchObject({ code: 'roster-list-outdated', detail: expect.stringContaining('2025-09') })
})

it('a list with an error is not taken over, for who is left out would seem to be supported no more', async () => {
  const walk = await list([['丁', '53011219410315002X'], ['戊', aNumber()]])
  expect(await walk.check()).toMatchObject({ newCount: 1, refusedCount: 1 })
  expect((await walk.act(staff.bureauClerk, routes.submitRoster)).body).toMatchObject({ code: 'roster-list-incomplete' })
  expect((await walk.detail(staff.bureauClerk)).actions).toContainEqual(expect.objectContaining({ action: 'submit', blockedBy: expect.stringContaining('整份') }))
})
