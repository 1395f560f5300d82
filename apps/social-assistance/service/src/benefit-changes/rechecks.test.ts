import { routes } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CaseWalk } from '../testing/case-walk'
import { ChangeWalk, benefitOf } from '../testing/change-walk'
import { closeMonth } from '../testing/closed-months'
import { aPerson } from '../testing/families'
import { openOffice, staff, type Office } from '../testing/office'

let office: Office
const NAMES = ['王建国', '张大民', '李秀英']
const opinion = '入户查看，与上次一致'

beforeAll(async () => {
  office = await openOffice()
  const walks: CaseWalk[] = []
  for (const name of NAMES) walks.push(await new CaseWalk(office, { applicant: aPerson(name) }).to('POSTING'))
  for (const walk of walks) await walk.to('CONFIRMED')
})
afterAll(() => office.close())

const due = async (reader = staff.clerk, query: Record<string, string> = {}) => (await office.call(reader, routes.findRechecks, { query })).body.rows
const tasks = async (reader = staff.clerk) => (await office.call(reader, routes.findTasks)).body.tasks.filter(({ path }) => path.includes('recheck') || path.includes('benefit-changes'))
const propose = async (names: readonly string[], more: object = {}) => {
  const benefits = await Promise.all(names.map(async (name) => benefitOf(office, name)))
  return office.call(staff.clerk, routes.proposeUnchanged, { body: { benefits: benefits.map(({ id, version }) => ({ id, version })), checkedOn: '2026-09-25', opinion, ...more } })
}

describe('re-checks', () => {
  it('are not due a year ahead', async () => {
    expect(await due()).toEqual([])
    expect((await propose(['王建国'], { checkedOn: '2025-10-09' })).body).toMatchObject({ code: 'recheck-not-due', detail: expect.stringContaining('“王建国”户的复核日期为 2026-10-10') })
  })

  it('are listed a month before their day, soonest first, with a light; and are tasks of the street', async () => {
    await office.advanceTo('2026-09-28')
    expect(await due()).toMatchObject([{ light: 'yellow', recheckOn: '2026-10-10', amountFen: 63000, change: null }, {}, {}])
    expect(await tasks()).toMatchObject([{ title: '凯苑社区（3 户）', state: '待复核', dueOn: '2026-10-10', light: 'yellow', path: '/social-assistance/rechecks?division=530112001001&stage=TODO' }])
    expect(await due(staff.neighbour)).toEqual([])
    await office.advanceTo('2026-10-13')
    expect((await due()).map(({ light }) => light)).toEqual(['red', 'red', 'red'])
  })

  it('of unchanged households are proposed together by one and confirmed together by another; amounts stay', async () => {
    expect((await propose(['王建国', '张大民'])).status).toBe(200)
    expect((await propose(['李秀英', '王建国'])).body).toMatchObject({ code: 'recheck-open' })
    expect(await office.sql('select count(*)::int as count from benefit_change')).toEqual([{ count: 2 }])
    const waiting = await due(staff.reviewer, { stage: 'PROPOSED' })
    expect(waiting).toMatchObject([{ change: { state: 'PROPOSED', proposedBy: '李红梅' } }, {}])
    expect(await due(staff.clerk, { stage: 'TODO' })).toMatchObject([{ applicantName: '李秀英' }])
    const changes = waiting.flatMap(({ change }) => (change ? [{ id: change.id, version: change.version }] : []))
    const both = { ...staff.reviewer, id: staff.clerk.id }
    expect((await office.call(both, routes.confirmRechecks, { body: { changes, opinion: '同意，无变化' } })).status).toBe(403)
    expect((await office.call(staff.reviewer, routes.confirmRechecks, { body: { changes: changes.map(({ id }) => ({ id, version: 9 })), opinion: '同意，无变化' } })).body).toMatchObject({ code: 'recheck-stale' })
    expect((await office.call(staff.reviewer, routes.confirmRechecks, { body: { changes, opinion: '同意，无变化' } })).status).toBe(200)
    expect(await benefitOf(office, '王建国')).toMatchObject({ recheck_on: '2027-10-13', amount_fen: '63000' })
    expect(await office.sql('select state, count(*)::int as count from benefit_change group by state')).toEqual([{ state: 'UNCHANGED', count: 2 }])
    expect(await office.sql('select count(*)::int as count from benefit_amount')).toEqual([{ count: 3 }])
  })

  it('that found a change cannot be passed as unchanged', async () => {
    const walk = new ChangeWalk(office, (await benefitOf(office, '李秀英')).id)
    await walk.report('RECOMPUTE', 'PERIODIC')
    await walk.fill(20000)
    expect((await walk.act(staff.clerk, routes.proposeChange, { opinion, outcome: 'UNCHANGED', amountFen: 63000 })).body).toMatchObject({ code: 'not-unchanged', detail: expect.stringContaining('由 630 元变为 430 元') })
    await walk.must(staff.clerk, routes.proposeChange, { opinion, outcome: 'CHANGE', amountFen: 43000, fromMonth: '2026-11' })
    expect((await walk.act(staff.reviewer, routes.confirmUnchanged, { opinion })).body).toMatchObject({ code: 'not-unchanged-proposal' })
    expect((await walk.page(staff.reviewer)).actions.map(({ action }) => action)).toEqual(['review', 'sendBack'])
    expect(await tasks(staff.reviewer)).toMatchObject([{ title: '李秀英', state: '待街道审核', detail: expect.stringContaining('复核调整') }])
  })
})

describe('a near relative', () => {
  it('is kept from the change and from the household’s re-check', async () => {
    await office.sql(`update household_member set facts = jsonb_set(facts, '{staffRelative}', $1::jsonb) where name = '王建国'`, [JSON.stringify({ name: '赵云波', post: '西苑街道', relation: '表弟', accountId: staff.colleague.id })])
    const walk = new ChangeWalk(office, (await benefitOf(office, '王建国')).id)
    expect((await walk.report('RECOMPUTE', 'INCOME', {}, staff.colleague)).body).toMatchObject({ code: 'staff-relative' })
    await walk.report('RECOMPUTE', 'INCOME')
    expect((await walk.page(staff.colleague)).actions).toEqual([])
    expect((await walk.act(staff.colleague, routes.withdrawChange, { reason: '登记有误' })).body).toMatchObject({ code: 'staff-relative' })
    expect(await tasks(staff.colleague)).toEqual([])
  })
})

describe('the household’s account', () => {
  it('says of every month what was due and what became of it, and adds up to the fen', async () => {
    await closeMonth(office, '2025-12')
    await closeMonth(office, '2026-01')
    const benefit = await benefitOf(office, '张大民')
    const walk = new ChangeWalk(office, benefit.id)
    await walk.report('RECOMPUTE', 'INCOME')
    await walk.fill(20000)
    await walk.decide('CHANGE', 43000, { fromMonth: '2025-12' })
    const { status, body } = await office.call(staff.clerk, routes.getHouseholdAccount, { params: { id: benefit.household_id } })
    expect(status).toBe(200)
    const month = (name: string) => body.months.find((row) => row.month === name)
    expect(month('2025-11')).toMatchObject({ period: 'PAPER', dueFen: 63000, paidFen: 63000, toComeFen: 0 })
    expect(month('2025-12')).toMatchObject({ period: 'CLOSED', dueFen: 43000, paidFen: 63000, overpaidFen: 20000, toComeFen: 0, lines: [{ kind: 'REGULAR', state: 'PAID', batch: { number: 'XS-SAD-2025-12' } }] })
    expect(month('2026-02')).toMatchObject({ period: 'OPEN', dueFen: 43000, toComeFen: 43000 })
    const { dueFen, oneOffFen, overpaidFen, paidFen, offsetFen, heldFen, underWayFen, toComeFen, onPaperFen } = body.totals
    expect(dueFen + oneOffFen + overpaidFen).toBe(paidFen + offsetFen + heldFen + underWayFen + toComeFen)
    expect([overpaidFen, onPaperFen]).toEqual([40000, 63000])
    expect((await office.call(staff.finance, routes.printHouseholdAccount, { params: { id: benefit.household_id } })).headers.get('content-type')).toBe('application/pdf')
    expect((await office.call(staff.neighbour, routes.getHouseholdAccount, { params: { id: benefit.household_id } })).status).toBe(404)
    expect(JSON.stringify(body)).not.toContain('6223690012345678')
  })
})
