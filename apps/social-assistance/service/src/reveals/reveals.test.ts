import { routes } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CaseWalk } from '../testing/case-walk'
import { openOffice, staff, type Office } from '../testing/office'

let office: Office
let walk: CaseWalk
beforeAll(async () => {
  office = await openOffice()
  walk = await new CaseWalk(office).to('OPINION')
})
afterAll(() => office.close())

const reveal = (actor: typeof staff.clerk, body: object) => office.call(actor, routes.reveal, { body })

describe('a masked value', () => {
  it('is shown to the handler of the open case with its number as the reason', async () => {
    expect((await reveal(staff.reviewer, { field: 'DOCUMENT_NUMBER', applicationId: walk.id })).body).toEqual({ value: walk.applicant.document.number })
    expect((await reveal(staff.reviewer, { field: 'ACCOUNT_NUMBER', applicationId: walk.id })).body).toEqual({ value: '6223690012345678' })
    expect(await office.sql(`select field, case_number, reason, actor_name from reveal_log order by at`)).toEqual([
      { field: 'DOCUMENT_NUMBER', case_number: walk.number, reason: null, actor_name: '普建华' },
      { field: 'ACCOUNT_NUMBER', case_number: walk.number, reason: null, actor_name: '普建华' },
    ])
  })

  it('is shown to everyone else for a reason that is typed, and logged with it', async () => {
    expect((await reveal(staff.bureauClerk, { field: 'PHONE', applicationId: walk.id })).body).toMatchObject({ status: 422, code: 'reveal-needs-reason' })
    expect((await reveal(staff.bureauClerk, { field: 'PHONE', applicationId: walk.id, reason: '电话核实情况' })).body).toEqual({ value: '13812345678' })
    const { household_id: householdId } = await walk.row<{ household_id: string }>('household_id')
    const shown = await reveal(staff.head, { field: 'DOCUMENT_NUMBER', householdId, memberId: walk.memberIds[0], reason: '与公安数据比对' })
    expect(shown.body).toEqual({ value: walk.applicant.document.number })
    expect(await office.sql(`select reason from reveal_log where actor_name = '尹绍林'`)).toEqual([{ reason: '与公安数据比对' }])
  })

  it('is not shown to other streets or for members of other families', async () => {
    expect((await reveal(staff.neighbour, { field: 'PHONE', applicationId: walk.id, reason: '随便看看而已' })).body).toMatchObject({ status: 404 })
    expect((await reveal(staff.reviewer, { field: 'DOCUMENT_NUMBER', applicationId: walk.id, memberId: crypto.randomUUID() })).body).toMatchObject({ status: 404 })
    expect((await reveal(staff.reviewer, { field: 'PHONE' })).body).toMatchObject({ status: 422, code: 'invalid-input' })
  })
})
