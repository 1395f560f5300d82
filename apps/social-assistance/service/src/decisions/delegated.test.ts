import { PARAMETER, routes } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CaseWalk } from '../testing/case-walk'
import { openOffice, staff, type Office } from '../testing/office'

let office: Office
beforeAll(async () => {
  office = await openOffice({ [PARAMETER.confirmationDelegated]: true })
})
afterAll(() => office.close())

const opinion = '经审核，予以确认'
const anotherLeader = { ...staff.leader, id: '00000000-0000-4000-8000-00000000aaaa', name: '刘主任' }

async function afterPosting(options?: ConstructorParameters<typeof CaseWalk>[1], amountFen = 63000): Promise<CaseWalk> {
  const walk = await new CaseWalk(office, options).to('POSTING', amountFen)
  await walk.outlivePosting()
  return walk
}

describe('where confirmation is delegated', () => {
  it('the street confirms, in twenty working days', async () => {
    const walk = await new CaseWalk(office).to('ACCEPTED')
    expect(await walk.row(`delegated, terms -> 1 -> 'deadline' -> 'period' as period`)).toEqual({ delegated: true, period: { count: 20, unit: 'working-days' } })
    await walk.to('POSTING')
    await walk.outlivePosting()
    expect((await walk.act(staff.reviewer, routes.submitToBureau)).body).toMatchObject({ code: 'street-decides' })
    await walk.must(staff.reviewer, routes.submitToLeader)
    expect((await walk.act(staff.leader, routes.confirmAtStreet, { opinion, amountFen: 62900 })).body).toMatchObject({ code: 'amount-changed' })
    await walk.must(staff.leader, routes.confirmAtStreet, { opinion, amountFen: 63000 })
    expect(await walk.row('outcome, decided_by', 'decision', 'application_id')).toEqual({ outcome: 'CONFIRMED', decided_by: '陈志强' })
    expect(await office.sql(`select count(*)::int as n from benefit where application_id = $1`, [walk.id])).toEqual([{ n: 1 }])
  })

  it('the street refuses with its grounds', async () => {
    const walk = await new CaseWalk(office, { wagesFen: 80000 }).to('OPINION')
    await walk.must(staff.reviewer, routes.giveOpinion, { recommend: false, opinion: '收入高于标准', amountFen: 0 })
    await walk.must(staff.leader, routes.signOpinion, { opinion: '同意拟不予确认' })
    await walk.outlivePosting()
    await walk.must(staff.reviewer, routes.submitToLeader)
    await walk.must(staff.leader, routes.refuseAtStreet, { ground: 'INCOME', reason: '家庭人均收入高于标准' })
    expect(await walk.state()).toBe('REFUSED')
  })

  it('a report takes the case to the bureau, even from the leader’s desk', async () => {
    const walk = await afterPosting()
    await walk.must(staff.reviewer, routes.submitToLeader)
    await walk.must(staff.clerk, routes.recordReport, { receivedOn: '2025-09-30', way: 'LETTER', reporter: '', content: '反映该户隐瞒收入' })
    expect((await walk.act(staff.leader, routes.confirmAtStreet, { opinion, amountFen: 63000 })).body).toMatchObject({ code: 'bureau-decides' })
    await walk.must(anotherLeader, routes.submitToBureau)
    expect(await walk.state()).toBe('SUBMITTED_BUREAU')
  })
})

describe('relatives of staff', () => {
  const relative = { staffRelative: { name: '李红梅', post: '西苑街道社会事务办', relation: '姐弟', accountId: staff.colleague.id } }

  it('are registered apart, decided by the bureau after a visit, and kept from the one they are related to', async () => {
    const walk = new CaseWalk(office, { member: relative })
    await walk.to('ACCEPTED')
    await walk.fillSheet()
    expect(await walk.row('separately_registered')).toEqual({ separately_registered: true })
    for (const route of [routes.suspendClock, routes.fillFinances, routes.chooseEntry, routes.startInvestigation] as const) {
      const body = { reason: 'HEARING', explanation: '等待听证结果', entry: 'HOUSEHOLD', singleMemberId: null, lookBackTo: '2025-08' }
      expect((await walk.act(staff.colleague, route, body)).body).toMatchObject({ status: 403, code: 'staff-relative' })
    }
    expect((await walk.file('OTHER', staff.colleague)).body).toMatchObject({ code: 'staff-relative' })
    expect((await office.call(staff.colleague, routes.reveal, { body: { field: 'PHONE', applicationId: walk.id } })).body).toMatchObject({ code: 'staff-relative' })
    const third = { ...staff.colleague, id: '00000000-0000-4000-8000-00000000bbbb', name: '毕学文' }
    await walk.to('COUNTERSIGNING')
    await walk.must(third, routes.countersign, { agrees: true })
    await walk.to('POSTING')
    await walk.outlivePosting()
    expect((await walk.act(staff.reviewer, routes.submitToLeader)).body).toMatchObject({ code: 'bureau-decides' })
    await walk.must(staff.reviewer, routes.submitToBureau)
    expect((await walk.act(staff.bureauClerk, routes.auditApplication, { opinion })).body).toMatchObject({ code: 'home-visit-required' })
  })

  it('are registered apart already by what the window was told', async () => {
    const walk = await new CaseWalk(office, { window: { staffRelative: true } }).to('SUBMITTED')
    expect(await walk.row('separately_registered')).toEqual({ separately_registered: true })
  })
})
