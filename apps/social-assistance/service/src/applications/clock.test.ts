import { routes } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CaseWalk } from '../testing/case-walk'
import { openOffice, staff, type Office } from '../testing/office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const stop = { reason: 'APPRAISAL', explanation: '等待劳动能力鉴定' }
const goOn = { explanation: '鉴定结论已出具' }

describe('the clock of a case', () => {
  it('stands still with a reason, stops the decision, and goes on where it stood', async () => {
    const walk = await new CaseWalk(office).to('OPINION')
    expect(await walk.row('due_on::text')).toEqual({ due_on: '2025-11-18' })
    expect((await walk.act(staff.clerk, routes.resumeClock, goOn)).body).toMatchObject({ code: 'clock-not-suspended' })
    await walk.must(staff.clerk, routes.suspendClock, stop)
    expect(await walk.row('suspended_since::text')).toEqual({ suspended_since: '2025-09-30' })
    expect((await walk.act(staff.clerk, routes.suspendClock, stop)).body).toMatchObject({ code: 'clock-suspended' })
    expect((await walk.act(staff.reviewer, routes.giveOpinion, { recommend: true, opinion: '拟予以确认', amountFen: 63000 })).body).toMatchObject({ status: 409, code: 'clock-suspended' })
    await office.advanceTo('2025-10-13')
    await walk.must(staff.reviewer, routes.resumeClock, goOn)
    expect(await walk.row('suspended_since, due_on::text')).toEqual({ suspended_since: null, due_on: '2025-11-24' })
    await walk.to('SIGNING')
  })

  it('is extended once', async () => {
    const walk = await new CaseWalk(office).to('ACCEPTED')
    const before = await walk.row<{ terms: { name: string; deadline: { dueOn: string } }[] }>('terms')
    await walk.must(staff.reviewer, routes.extendTerm, { reason: 'SPLIT_REGISTER', explanation: '人户分离需跨区核查' })
    const after = await walk.row<typeof before>('terms')
    const due = ({ terms }: typeof before, name: string) => terms.find((term) => term.name === name)?.deadline.dueOn ?? ''
    expect(due(after, 'whole') > due(before, 'whole')).toBe(true)
    expect(due(after, 'investigationStart')).toBe(due(before, 'investigationStart'))
    expect((await walk.act(staff.reviewer, routes.extendTerm, { reason: 'HARD_CHECK', explanation: '核对难度较大' })).body).toMatchObject({ code: 'already-extended' })
  })

  it('does not run before acceptance nor after the decision', async () => {
    const walk = await new CaseWalk(office).to('SUBMITTED')
    for (const [route, body] of [[routes.suspendClock, stop], [routes.resumeClock, goOn], [routes.extendTerm, { reason: 'HARD_CHECK', explanation: '核对难度较大' }]] as const)
      expect((await walk.act(staff.clerk, route, body)).body).toMatchObject({ status: 409, code: 'clock-not-running' })
  })
})
