import type { Route, Saved } from '@xishan/domain'
import { UnitOfWork, serviceActor } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Benefit } from '../benefits/benefit.entity'
import { CaseWalk } from '../testing/case-walk'
import { aPerson } from '../testing/families'
import { openOffice, staff, type Office } from '../testing/office'
import { aLine } from '../testing/recovery-walk'
import { owe } from './owe'

let office: Office
let benefitId: string
const child = aPerson('陈小芳', { birthDate: '2015-05-20', sex: '2' })
beforeAll(async () => {
  office = await openOffice()
  await new CaseWalk(office, { applicant: aPerson('赵一次'), others: [{ person: child, facts: { relation: '3', labour: null, employment: 'OUTSIDE', livesTogether: true } }] }).to('CONFIRMED', 132300)
  await new CaseWalk(office, { applicant: aPerson('钱一次') }).to('CONFIRMED')
  benefitId = (await office.sql<{ id: string }>('select id from benefit order by number'))[0]?.id ?? ''
  await office.advanceTo('2025-12-02')
}, 60_000)
afterAll(() => office.close())

const range = { month: '2025-11', per: 'PERSON', amountFen: 5000 }
const grant = { kind: 'PRICE', title: '价格临时补贴', document: '西发改〔2025〕3号', ...range }
const propose = (changed: object = {}) => office.call(staff.bureauClerk, routes.proposeOneOffGrant, { body: { ...grant, ...changed } })
const decide = <R extends Route & { answer: typeof Saved }>(route: R, id: string, version: number, body: object, actor = staff.approver) => office.call(actor, route, { params: { id }, body: { version, ...body } })
const opinion = '情况属实，同意发放'
const owed = (causeId: string) => office.sql<{ id: string; fen: number; cancelled: string | null }>(`select id, amount_fen::int as fen, cancelled_because as cancelled from payable where cause_id = $1 order by amount_fen desc`, [causeId])

describe('what is owed', () => {
  const due = (amountFen: number, causeId: string) =>
    office.app.get(UnitOfWork).perform(serviceActor('social-assistance'), async (work) =>
      owe(work, await work.get(Benefit, benefitId), { kind: 'ARREARS', month: '2025-11', amountFen, causeKind: 'HOLD_LIFTED', causeId, cause: '恢复发放' }),
    )

  it('is owed once for a cause and a month, and nothing is owed of nothing', async () => {
    const cause = crypto.randomUUID()
    expect([await due(0, cause), await due(-1, cause), await due(100, cause), await due(200, cause)]).toEqual([false, false, true, false])
    expect((await owed(cause)).map(({ fen }) => fen)).toEqual([100])
  })

  it('is cancelled with a reason while no batch has it', async () => {
    const cause = crypto.randomUUID()
    await due(300, cause)
    const [payable] = await owed(cause)
    const cancel = (actor = staff.head) => office.call(actor, routes.cancelPayable, { params: { id: payable?.id ?? '' }, body: { reason: '登记有误，取消' } })
    const lineId = await aLine(office, { benefitId, month: '2025-11', amountFen: 300, offsetFen: 0, recoveryId: null, state: 'PENDING' })
    await office.sql(`set session_replication_role = replica`)
    await office.sql(`update disbursement_line set payable_id = $1 where id = $2`, [payable?.id, lineId])
    expect((await cancel()).body).toMatchObject({ code: 'payable-in-batch' })
    await office.sql(`update disbursement_line set state = 'CANCELLED' where id = $1`, [lineId])
    await office.sql(`set session_replication_role = default`)
    expect((await cancel(staff.finance)).body.code).toBe('not-permitted')
    expect([(await cancel()).status, (await cancel()).body.code]).toEqual([200, 'payable-cancelled'])
    await expect(office.sql(`insert into disbursement_line (id, batch_id, seq, division_code, benefit_id, household_id, kind, month, amount_fen, payable_id, member_count, applicant_name, document_masked, person_key, cause, trace, state_on)
      select gen_random_uuid(), batch_id, 2, division_code, benefit_id, household_id, 'ARREARS', month, 300, $1, 1, '', '', '', '', '{}', '2025-12-02' from disbursement_line where id = $2`, [payable?.id, lineId])).rejects.toThrow('was cancelled')
  })
})

describe('a one-off payment', () => {
  it.each([
    [{}, { households: 2, people: 3, totalFen: 15000 }],
    [{ per: 'HOUSEHOLD' }, { households: 2, people: 3, totalFen: 10000 }],
    [{ division: '530112002' }, { households: 0, people: 0, totalFen: 0 }],
    [{ residence: 'RURAL' }, { households: 0, people: 0, totalFen: 0 }],
    [{ category: 'A' }, { households: 2, people: 3, totalFen: 15000 }],
  ])('with %j is counted', async (changed, sums) => expect((await office.call(staff.bureauClerk, routes.countOneOffGrant, { body: { ...range, ...changed } })).body).toEqual(sums))

  it('is for somebody, in a month that has come', async () => {
    expect((await propose({ residence: 'RURAL' })).body.code).toBe('grant-for-nobody')
    expect((await propose({ month: '2026-01' })).body.code).toBe('grant-month')
  })

  it('approved by another it is owed to each household once; withdrawn it is owed no more', async () => {
    const { body } = await propose()
    expect((await decide(routes.approveOneOffGrant, body.id, 1, { opinion }, { ...staff.bureauClerk, roles: ['BU_CLERK', 'DIRECTOR'] })).body.code).toBe('separation-of-duties')
    const [first, second] = await Promise.all([decide(routes.approveOneOffGrant, body.id, 1, { opinion }), decide(routes.approveOneOffGrant, body.id, 1, { opinion }, staff.director)])
    expect([first.status, second.status].toSorted()).toEqual([200, 409])
    expect((await owed(body.id)).map(({ fen }) => fen)).toEqual([10000, 5000])
    expect((await office.call(staff.finance, routes.findOneOffGrants, {})).body.rows[0]).toMatchObject({ households: 2, totalFen: 15000, paidFen: 0, state: 'APPROVED', actions: [], divisionName: '西山区' })
    expect((await decide(routes.withdrawOneOffGrant, body.id, 2, { reason: '文件收回，撤销' })).status).toBe(200)
    expect((await owed(body.id)).map(({ cancelled }) => cancelled)).toEqual(['文件收回，撤销', '文件收回，撤销'])
  })
})

describe('an adjustment', () => {
  const adjust = (changed: object = {}) => office.call(staff.bureauClerk, routes.proposeAdjustment, { body: { benefitId, month: '2025-11', amountFen: 1200, cause: '上月漏计分类施保', ...changed } })

  it('is for a month in pay', async () => {
    for (const month of ['2025-10', '2026-01']) expect((await adjust({ month })).body).toMatchObject({ code: 'adjustment-not-in-pay', errors: [{ field: 'month' }] })
  })

  it('waits for another’s approval and is owed then', async () => {
    const { body } = await adjust()
    expect(await owed(body.id)).toEqual([])
    const [task] = (await office.call(staff.approver, routes.findTasks)).body.tasks.filter(({ path }) => path.endsWith('/adjustments'))
    expect(task).toMatchObject({ state: '待审批', title: '赵一次' })
    expect((await office.call(staff.approver, routes.approveAdjustment, { params: { id: body.id }, body: { version: 1, opinion } })).status).toBe(200)
    expect((await owed(body.id)).map(({ fen }) => fen)).toEqual([1200])
    expect((await office.call(staff.clerk, routes.findPayables, { query: { kind: 'ADJUST' } })).body.rows).toMatchObject([{ applicantName: '赵一次', amountFen: 1200, standing: 'OPEN', cause: '调整补差：上月漏计分类施保' }])
    expect((await office.call(staff.neighbour, routes.findPayables, {})).body.rows).toEqual([])
    expect((await office.call(staff.finance, routes.sumPayables, { query: { standing: 'OPEN' } })).body).toMatchObject({ openFen: 1300, paidFen: 0, streets: [{ name: '西苑街道' }] })
  })
})
