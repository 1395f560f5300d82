import { routes } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOffice, staff, type Office } from '../testing/office'
import { HEADS, RosterWalk, aNumber, aRoster, aRow } from '../testing/roster-walk'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

interface Sums {
  households: number
  fen: number
  people: number
}
const inPay = async (): Promise<Sums> => (await office.sql<Sums>(`select count(*)::int as households, coalesce(sum(amount_fen), 0)::float8 as fen, coalesce(sum(member_count), 0)::int as people from benefit where to_month is null`))[0] ?? { households: 0, fen: 0, people: 0 }
const couple = (number: string) => [
  aRow({ 户号: number, 姓名: '李四', 人数: '', 月保障金额: '1060' }),
  aRow({ 户号: number, 姓名: '张芳', 身份证号: aNumber('2'), 与户主关系: '妻子', 人数: '', 城乡: '', 低保类别: '', 月保障金额: '', 享受起始月份: '', 审批日期: '', 卡号: '' }),
]

describe('a roster', () => {
  it('begins a bureau: uploaded, checked, confirmed by another person, in pay with its own dates and without a case', async () => {
    const walk = new RosterWalk(office)
    const checked = await walk.checked([...couple('A1'), aRow({ 姓名: '独居', 人数: '3', 月保障金额: '1,234.50' })])
    expect(checked).toMatchObject({ state: 'CHECKED', rowCount: 3, householdCount: 2, newCount: 2, refusedCount: 0, newPeople: 5, newFen: 229450, mappingProblems: [] })
    expect(checked.sample).toMatchObject([{ name: '李四', people: 2, amountFen: 106000, communityName: '西苑街道凯苑社区' }, { name: '独居', people: 3 }])
    const applied = await walk.apply()
    expect(applied).toMatchObject({ state: 'APPLIED', appliedCount: 2, appliedBy: staff.head.name, appliedOn: '2025-09-30' })
    expect(await office.sql(`select applicant_name, application_id, from_month, amount_fen::int, member_count, category, state, reason, recheck_on::text, first_confirmed_on::text, roster_import_id = $1 as ours from benefit order by applicant_name`, [walk.id])).toEqual([
      { applicant_name: '李四', application_id: null, from_month: '2019-07', amount_fen: 106000, member_count: 2, category: 'B', state: 'NORMAL', reason: '名册导入', recheck_on: '2026-09-30', first_confirmed_on: '2019-06-20', ours: true },
      { applicant_name: '独居', application_id: null, from_month: '2019-07', amount_fen: 123450, member_count: 3, category: 'B', state: 'NORMAL', reason: '名册导入', recheck_on: '2026-09-30', first_confirmed_on: '2019-06-20', ours: true },
    ])
    expect(await office.sql(`select m.name, m.relation, h.account_last_four from benefit_member m join benefit b on b.id = m.benefit_id join household h on h.id = b.household_id where b.applicant_name = '李四' order by m.relation`)).toEqual([
      { name: '李四', relation: '0', account_last_four: '5676' },
      { name: '张芳', relation: '1', account_last_four: '5676' },
    ])
    expect(await office.sql(`select count(*)::int as n from roster_file where import_id = $1`, [walk.id])).toEqual([{ n: 0 }])
  })

  it('of the same bytes is told and not taken again; of the same content it changes nothing', async () => {
    const rows = [...couple('S1'), aRow({ 姓名: '同一' })]
    const first = new RosterWalk(office)
    await first.checked(rows)
    await first.apply()
    const before = await inPay()
    const again = await new RosterWalk(office).upload(await aRoster(rows))
    expect(again.body).toMatchObject({ status: 409, code: 'roster-known', detail: expect.stringContaining((await first.detail()).number) })
    const other = new RosterWalk(office)
    expect(await other.checked([...rows, aRow({ 姓名: '新来' })])).toMatchObject({ newCount: 1, unchangedCount: 2, refusedCount: 0 })
    expect((await other.apply()).appliedCount).toBe(1)
    const third = new RosterWalk(office)
    expect(await third.checked(rows.toReversed())).toMatchObject({ state: 'CHECKED', newCount: 0 })
    expect((await third.act(staff.bureauClerk, routes.submitRoster)).body).toMatchObject({ code: 'roster-nothing-new' })
    expect(await inPay()).toEqual({ households: before.households + 1, fen: before.fen + 63000, people: before.people + 1 })
  })

  it('with broken rows takes the others; the broken ones are downloaded, corrected and imported again', async () => {
    const walk = new RosterWalk(office)
    const wrong = [aRow({ 姓名: '错证', 身份证号: '530112194103150022' }), aRow({ 姓名: '错社区', 所属社区: '凯宛社区' })]
    const checked = await walk.checked([aRow({ 姓名: '没错' }), ...wrong])
    expect(checked).toMatchObject({ newCount: 1, refusedCount: 2, problemCount: 2 })
    expect(checked.problemColumns).toEqual([{ column: '身份证号', count: 1 }, { column: '所属社区', count: 1 }])
    expect(await walk.problems()).toMatchObject([
      { row: 4, column: '身份证号', value: expect.stringMatching(/^530\*+22$/), problem: '第 18 位校验码与前 17 位不符，说明至少有一位录错', remedy: '请对照证件逐位核对' },
      { row: 5, column: '所属社区', value: '凯宛社区', problem: expect.stringContaining('最接近的是“凯苑社区”'), remedy: '请改正' },
    ])
    await walk.apply()
    const [head, ...rows] = await walk.refusedRows()
    expect(head).toEqual([...HEADS, '错误说明'])
    expect(rows.map((cells) => cells[16])).toEqual([expect.stringContaining('校验码'), expect.stringContaining('凯苑社区')])
    expect(await office.sql(`select summary->>'rows' as rows from audit_entry where action = 'downloadRosterProblems' and summary->>'number' = $1`, [checked.number])).toEqual([{ rows: '2' }])

    const corrected = rows.map((cells) => cells.map((cell, at) => (at === 5 && cells[4] === '错证' ? '530112194103150021' : at === 3 ? '凯苑社区居委会' : cell)))
    const second = new RosterWalk(office)
    expect((await second.upload(await aRoster(corrected, head?.map(String)), { correctsId: walk.id })).status).toBe(200)
    expect(await second.check()).toMatchObject({ newCount: 2, refusedCount: 0, corrects: { id: walk.id } })
    expect((await second.apply()).appliedCount).toBe(2)
    expect((await walk.detail()).correctedBy).toEqual([{ id: second.id, number: expect.any(String) }])
  })

  it('is confirmed by another person than the one who brought it, of another role', async () => {
    const walk = new RosterWalk(office)
    await walk.checked([aRow()])
    await walk.must(staff.bureauClerk, routes.submitRoster)
    expect((await walk.act({ ...staff.bureauClerk, roles: ['BU_CLERK', 'BU_HEAD'] }, routes.applyRoster)).body).toMatchObject({ code: 'separation-of-duties' })
    expect((await office.call(staff.head, routes.findTasks)).body.tasks).toContainEqual(expect.objectContaining({ id: walk.id, state: '待确认入库' }))
    await walk.must(staff.head, routes.giveRosterBack, { reason: '金额有疑问，请核对' })
    expect(await walk.detail()).toMatchObject({ state: 'CHECKED', steps: expect.arrayContaining([expect.objectContaining({ action: 'giveBack', opinion: '金额有疑问，请核对' })]) })
    await walk.must(staff.bureauClerk, routes.abandonRoster)
    expect(await office.sql(`select count(*)::int as n from roster_row where import_id = $1`, [walk.id])).toEqual([{ n: 0 }])
  })
})
