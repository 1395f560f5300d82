import { routes } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CaseWalk } from '../testing/case-walk'
import { ChangeWalk, benefitOf } from '../testing/change-walk'
import { closeMonth } from '../testing/closed-months'
import { aMember, aPerson } from '../testing/families'
import { openOffice, staff, type Office } from '../testing/office'

let office: Office
const opinion = '经核实，情况属实，同意'

/** Confirmed in October 2025 and paid from November; then a month goes by. */
beforeAll(async () => {
  office = await openOffice()
  const walks: CaseWalk[] = []
  for (const name of ['王建国', '张大民', '李秀英', '赵有才', '孙桂兰', '周老五', '吴小妹', '郑合作'])
    walks.push(await new CaseWalk(office, { applicant: aPerson(name) }).to('POSTING'))
  for (const walk of walks) await walk.to('CONFIRMED')
  await office.advanceTo('2025-12-05')
  await closeMonth(office, '2025-11')
})
afterAll(() => office.close())

const changeOf = async (name: string) => new ChangeWalk(office, (await benefitOf(office, name)).id)
const payables = (benefitId: string) => office.sql<{ month: string; amount_fen: string; cause_kind: string }>('select month, amount_fen, cause_kind from payable where benefit_id = $1 order by month', [benefitId])
const dues = (benefitId: string) =>
  office.sql<{ month: string; amount_fen: string }>(`select e.month, e.amount_fen from recovery r join recovery_entry e on e.recovery_id = r.id where r.benefit_id = $1 and e.kind = 'DUE' order by e.month`, [benefitId])

describe('a household whose income rose', () => {
  it('is worked out anew, and the difference to last month is shown while it is filled in', async () => {
    const walk = await changeOf('王建国')
    await walk.report('RECOMPUTE', 'INCOME', { occurredOn: '2025-10-20' })
    await walk.fill(20000)
    expect(await walk.page()).toMatchObject({
      state: 'REPORTED', editable: true, beforeFen: 63000, article: '民发〔2021〕57号第三十二条', isLate: false, firstOpenMonth: '2025-12',
      difference: { beforeFen: 63000, afterFen: 43000, changeFen: -20000, joined: [], left: [] }, assessment: { result: 'pass', amountFen: 43000 },
    })
    expect((await walk.page()).difference?.conditions.map(({ title }) => title)).toContain('家庭人均月收入')
  })

  it('is paid the new amount from the first open month, and what closed months were paid too much is found', async () => {
    const walk = await changeOf('张大民')
    await walk.report('RECOMPUTE', 'INCOME')
    await walk.fill(20000)
    expect((await walk.decide('CHANGE', 43000, { fromMonth: '2025-11' })).status).toBe(200)
    const benefit = await benefitOf(office, '张大民')
    expect(benefit).toMatchObject({ amount_fen: '43000', state: 'NORMAL', recheck_on: '2026-12-05' })
    expect(await dues(benefit.id)).toEqual([{ month: '2025-11', amount_fen: '20000' }])
    expect(await payables(benefit.id)).toEqual([])
    const { history } = (await office.call(staff.clerk, routes.getBenefit, { params: { id: benefit.id } })).body
    expect(history).toMatchObject([{ fromMonth: '2025-12', amountFen: 43000 }, { fromMonth: '2025-11', toMonth: '2025-11', amountFen: 63000 }])
    expect(await walk.page()).toMatchObject({ state: 'CONFIRMED', recovery: { dueFen: 20000 }, remedy: expect.stringContaining('行政复议'), papers: ['CHANGE_NOTICE'] })
  })

  it('whose income then falls again gets the difference as arrears, a month each', async () => {
    const walk = await changeOf('张大民')
    await closeMonth(office, '2025-12')
    await walk.report('RECOMPUTE', 'INCOME')
    await walk.fill(0)
    expect((await walk.decide('CHANGE', 63000, { fromMonth: '2025-11' })).status).toBe(200)
    expect(await payables(walk.benefitId)).toEqual([
      { month: '2025-11', amount_fen: '20000', cause_kind: 'BENEFIT_CHANGE' },
      { month: '2025-12', amount_fen: '20000', cause_kind: 'BENEFIT_CHANGE' },
    ])
  })

  it('above the standard is not adjusted but leaves pay by steps, at the last amount', async () => {
    const walk = await changeOf('李秀英')
    await walk.report('RECOMPUTE', 'JOB_FOUND')
    await walk.fill(90000)
    const propose = (body: object) => walk.act(staff.clerk, routes.proposeChange, { opinion, ...body })
    expect((await propose({ outcome: 'CHANGE', amountFen: 0, fromMonth: '2026-01' })).body).toMatchObject({ code: 'not-entitled-any-more' })
    expect((await propose({ outcome: 'GRADUAL_EXIT', amountFen: 63000, lastMonth: '2026-07' })).body).toMatchObject({ code: 'exit-month', detail: expect.stringContaining('2026-01 至 2026-06') })
    expect((await walk.decide('GRADUAL_EXIT', 63000, { lastMonth: '2026-02' })).status).toBe(200)
    expect(await walk.page()).toMatchObject({ kind: 'GRADUAL_EXIT', schedule: [{ month: '2025-12', amountFen: 63000 }, { month: '2026-01', amountFen: 63000 }, { month: '2026-02', amountFen: 63000 }] })
    expect(await benefitOf(office, '李秀英')).toMatchObject({ state: 'GRADUAL_EXIT', to_month: '2026-02' })
  })
})

describe('separation of duties', () => {
  it('keeps each step from whoever took the one before', async () => {
    const walk = await changeOf('孙桂兰')
    await walk.report('ACCOUNT', 'CARD', { account: { bank: '云南农信马街支行', number: '6223690098765432', holder: '孙桂兰' } })
    expect((await walk.act(staff.reviewer, routes.proposeChange, { opinion, outcome: 'CHANGE', amountFen: 63000 })).status).toBe(403)
    expect((await walk.act(staff.clerk, routes.proposeChange, { opinion, outcome: 'STOP', amountFen: 0, lastMonth: '2025-12' })).body).toMatchObject({ code: 'outcome-of-kind' })
    await walk.must(staff.clerk, routes.proposeChange, { opinion, outcome: 'CHANGE', amountFen: 63000 })
    expect((await walk.act(staff.clerk, routes.reviewChange, { opinion, amountFen: 63000 })).status).toBe(403)
    await walk.must(staff.reviewer, routes.reviewChange, { opinion, amountFen: 63000 })
    const both = { ...staff.approver, id: staff.reviewer.id }
    expect((await walk.act(both, routes.confirmChange, { opinion, amountFen: 63000 })).body).toMatchObject({ code: 'separation-of-duties' })
    expect((await walk.page()).newAccount).toEqual({ bank: '云南农信马街支行', lastFour: '5432', holder: '孙桂兰' })
    await walk.must(staff.approver, routes.confirmChange, { opinion, amountFen: 63000 })
    const [household] = await office.sql<{ bank: string; account_last_four: string }>('select bank, account_last_four from household where id = (select household_id from benefit where id = $1)', [walk.benefitId])
    expect(household).toEqual({ bank: '云南农信马街支行', account_last_four: '5432' })
    expect(JSON.stringify(await office.sql('select summary from audit_entry where subject_type in ($1, $2)', ['benefit_change', 'household']))).not.toContain('6223690098765432')
  })

  it('tells the second of two that the case has moved on, and refuses a second case of the kind', async () => {
    const walk = await changeOf('孙桂兰')
    await walk.report('HOLD', 'DOUBTFUL')
    expect((await (await changeOf('孙桂兰')).report('HOLD', 'DOUBTFUL')).body).toMatchObject({ code: 'change-open' })
    walk.version += 5
    expect((await walk.act(staff.clerk, routes.withdrawChange, { reason: '登记有误' })).body).toMatchObject({ code: 'stale-version' })
    walk.version -= 5
    await walk.must(staff.clerk, routes.withdrawChange, { reason: '登记有误，撤销' })
    expect((await walk.page()).state).toBe('WITHDRAWN')
  })

  it('sends back what is not convincing', async () => {
    const walk = await changeOf('孙桂兰')
    await walk.report('RECOMPUTE', 'JOB_FOUND')
    await walk.fill(90000)
    await walk.must(staff.clerk, routes.proposeChange, { opinion, outcome: 'STOP', amountFen: 0, lastMonth: '2026-01' })
    await walk.must(staff.reviewer, routes.sendBackChange, { reason: '工资证明不全，请补充' })
    expect(await walk.page()).toMatchObject({ state: 'REPORTED', kind: 'RECOMPUTE', lastMonth: null, steps: [{}, {}, { opinion: '工资证明不全，请补充' }] })
    await walk.must(staff.clerk, routes.withdrawChange, { reason: '经补查收入未变' })
  })
})

describe('a hold', () => {
  it('keeps back what waits and what comes; its end pays it as arrears', async () => {
    const hold = await changeOf('赵有才')
    await hold.report('HOLD', 'DOUBTFUL')
    expect((await hold.decide('CHANGE', 63000, { fromMonth: '2026-01' })).status).toBe(200)
    expect(await benefitOf(office, '赵有才')).toMatchObject({ state: 'HELD' })
    await closeMonth(office, '2026-01')
    expect((await (await changeOf('赵有才')).report('HOLD', 'OTHER')).body).toMatchObject({ code: 'already-held' })
    const resume = await changeOf('赵有才')
    await resume.report('RESUME', 'CLEARED')
    expect((await resume.decide('CHANGE', 63000)).status).toBe(200)
    expect(await benefitOf(office, '赵有才')).toMatchObject({ state: 'NORMAL' })
    expect(await payables(resume.benefitId)).toEqual([{ month: '2026-01', amount_fen: '63000', cause_kind: 'HOLD_LIFTED' }])
    expect(await office.sql('select state, state_because from disbursement_line where benefit_id = $1 and month = $2', [resume.benefitId, '2026-01'])).toEqual([{ state: 'CANCELLED', state_because: '已解除缓发，转补发' }])
    expect((await (await changeOf('赵有才')).report('RESUME', 'CLEARED')).body).toMatchObject({ code: 'nothing-held' })
  })

  it('pays what a change made of the held months, not what was held', async () => {
    const hold = await changeOf('周老五')
    await hold.report('HOLD', 'NOT_COOPERATING')
    await hold.decide('CHANGE', 63000, { fromMonth: '2026-02' })
    await closeMonth(office, '2026-02')
    const less = await changeOf('周老五')
    await less.report('RECOMPUTE', 'INCOME')
    await less.fill(20000)
    await less.decide('CHANGE', 43000, { fromMonth: '2026-02' })
    expect(await dues(hold.benefitId)).toEqual([])
    const resume = await changeOf('周老五')
    await resume.report('RESUME', 'CLEARED')
    await resume.decide('CHANGE', 43000)
    expect(await payables(hold.benefitId)).toEqual([{ month: '2026-02', amount_fen: '43000', cause_kind: 'HOLD_LIFTED' }])
  })
})

describe('a stop', () => {
  it('in closed months makes a recovery, frees the people, and is told to other lines', async () => {
    const walk = await changeOf('吴小妹')
    await walk.report('STOP', 'MOVED_OUT')
    expect((await walk.decide('STOP', 0, { lastMonth: '2025-10' })).status).toBe(200)
    expect(await benefitOf(office, '吴小妹')).toMatchObject({ state: 'STOPPED', to_month: '2025-10', recheck_on: null })
    expect((await dues(walk.benefitId)).map(({ month }) => month)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
    const [{ envelope } = { envelope: {} }] = await office.sql<{ envelope: object }>(`select envelope from outbox where type = 'subsistence-allowance.stopped'`)
    expect(envelope).toMatchObject({ payload: { fromMonth: '2025-11', reason: '户籍迁出或不再共同生活' } })
    expect((await (await changeOf('吴小妹')).report('RECOMPUTE', 'INCOME')).body).toMatchObject({ code: 'benefit-stopped' })
    for (const format of ['pdf', 'docx'] as const)
      expect((await office.call(staff.clerk, routes.printChangePaper, { params: { id: walk.id, kind: 'STOP_NOTICE' }, query: { format } })).status).toBe(200)
    expect((await office.call(staff.clerk, routes.printChangePaper, { params: { id: walk.id, kind: 'HOLD_NOTICE' } })).body).toMatchObject({ code: 'change-notice-not-yet' })
    await walk.must(staff.clerk, routes.recordChangeDelivery, { paper: 'STOP_NOTICE', deliveredOn: '2025-12-05', way: 'IN_PERSON', receivedBy: '吴小妹' })
    expect((await walk.page()).deliveries).toMatchObject([{ paper: 'STOP_NOTICE', receivedBy: '吴小妹' }])
  })

  it('of a gradual exit comes by itself after its last month', async () => {
    await office.advanceTo('2026-03-01')
    expect(await benefitOf(office, '李秀英')).toMatchObject({ state: 'STOPPED', to_month: '2026-02' })
    expect(await office.sql(`select envelope #>> '{payload,reason}' as reason from outbox where type = 'subsistence-allowance.stopped' order by event_id desc limit 1`)).toEqual([{ reason: '渐退期满' }])
  })
})

describe('a member who joins', () => {
  it('is paid for from the month of the change, unless in pay elsewhere', async () => {
    const taken = aPerson('王建国之友')
    const walk = await changeOf('郑合作')
    await walk.report('RECOMPUTE', 'MEMBERS')
    const child = aPerson('郑小合', { birthDate: '2019-05-01', sex: '2' })
    await walk.fill(0, (facts) => ({ members: [...facts.members, aMember(child, { relation: '3', labour: null, employment: 'OUTSIDE', study: 'PRESCHOOL' })], examined: [...facts.members.map(({ id }) => id), child.id].map((memberId) => ({ memberId, on: '2025-09-29' })) }))
    expect((await walk.page()).difference).toMatchObject({ joined: ['郑小合'], supplements: [{ name: '郑小合', beforeFen: 0, afterFen: 6300 }], afterFen: 132300 })
    expect((await walk.decide('CHANGE', 132300, { fromMonth: '2026-04' })).status).toBe(200)
    expect(await office.sql('select name, from_month, supplement_fen from benefit_member where benefit_id = $1 order by name', [walk.benefitId])).toMatchObject([{ name: '郑合作' }, { name: '郑小合', from_month: '2026-04', supplement_fen: '6300' }])
    const other = await changeOf('王建国')
    const [{ id } = { id: '' }] = await office.sql<{ id: string }>('select id from benefit_change where benefit_id = $1', [other.benefitId])
    Object.assign(other, { id, version: (await office.sql<{ version: number }>('select version from benefit_change where id = $1', [id]))[0]?.version ?? 0 })
    await other.fill(0, (facts) => ({ members: [...facts.members, aMember({ ...child, id: taken.id }, { relation: '3', labour: null, employment: 'OUTSIDE', study: 'PRESCHOOL' })], examined: [...facts.members.map((member) => member.id), taken.id].map((memberId) => ({ memberId, on: '2025-09-29' })) }))
    expect((await other.decide('CHANGE', 132300, { fromMonth: '2026-04' })).body).toMatchObject({ code: 'member-in-pay' })
  })
})

describe('the head', () => {
  it('may be another; lists name the new one', async () => {
    const walk = await changeOf('郑合作')
    const members = await office.sql<{ id: string; name: string }>('select id, name from household_member where household_id = (select household_id from benefit where id = $1)', [walk.benefitId])
    const idOf = (name: string) => members.find((member) => member.name === name)?.id
    expect((await walk.report('HEAD', 'HEAD', { relations: [{ memberId: idOf('郑小合'), relation: '0' }] })).body).toMatchObject({ code: 'invalid-input' })
    await walk.report('HEAD', 'HEAD', { relations: [{ memberId: idOf('郑小合'), relation: '0' }, { memberId: idOf('郑合作'), relation: '5' }] })
    await walk.decide('CHANGE', 132300)
    expect(await benefitOf(office, '郑小合')).toMatchObject({ id: walk.benefitId })
  })
})
