import { routes } from '@xishan/social-assistance-contract'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CaseWalk } from '../testing/case-walk'
import { aPerson, aWindow } from '../testing/families'
import { openOffice, staff, type Office } from '../testing/office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const ask = (document: object, actor = staff.neighbour) => office.call(actor, routes.checkDuplicate, { body: { document } })

async function submittedElsewhere(applicant: ReturnType<typeof aPerson>) {
  const draft = await office.call(staff.neighbour, routes.createDraft, { body: aWindow(applicant, { divisionCode: '530112002001' }) })
  return office.call(staff.neighbour, routes.submitApplication, { params: { id: draft.body.id }, body: { version: draft.body.version } })
}

describe('the duplicate check', () => {
  it('answers yes or no across the district, by identity card and by household book, and is logged', async () => {
    const applicant = aPerson('王建国')
    expect((await ask(applicant.document)).body).toEqual({ inPay: false, inOpenCase: false })
    await new CaseWalk(office, { applicant }).to('SUBMITTED')
    expect((await ask(applicant.document)).body).toEqual({ inPay: false, inOpenCase: true })
    expect((await ask({ ...applicant.document, type: '2' })).body).toEqual({ inPay: false, inOpenCase: true })
    expect(await office.sql(`select actor_name, scope, purpose, in_open_case from duplicate_check_log order by id desc limit 1`)).toEqual([{ actor_name: '张丽琼', scope: '530112002', purpose: 'WINDOW', in_open_case: true }])
    expect(await office.sql(`select actor_name from audit_entry where action = 'checkDuplicate' order by id desc limit 1`)).toEqual([{ actor_name: '张丽琼' }])
  })

  it('warns on submission, and stops the second acceptance', async () => {
    const applicant = aPerson('李大勇')
    await new CaseWalk(office, { applicant }).to('ACCEPTED')
    const submitted = await submittedElsewhere(applicant)
    expect(submitted.status).toBe(200)
    expect(await office.sql(`select input -> 'duplicates' as found from case_step where case_id = $1`, [submitted.body.id])).toEqual([{ found: { inPay: false, inOpenCase: true } }])
    const accepted = await office.call(staff.neighbour, routes.acceptApplication, { params: { id: submitted.body.id }, body: { version: submitted.body.version } })
    expect(accepted.body).toMatchObject({ status: 409, code: 'in-open-case', detail: expect.stringContaining('李大勇') })
  })

  it('refuses to confirm a person who is in pay, and the database would too', async () => {
    const applicant = aPerson('赵铁柱')
    const first = await new CaseWalk(office, { applicant }).to('CONFIRMED')
    expect((await ask(applicant.document)).body).toEqual({ inPay: true, inOpenCase: false })
    const second = await new CaseWalk(office, { applicant }).to('SIGNED')
    expect((await second.act(staff.approver, routes.confirmApplication, { opinion: '同意确认', amountFen: 63000 })).body).toMatchObject({ status: 409, code: 'already-in-pay', detail: expect.stringContaining('赵铁柱') })
    expect(await second.state()).toBe('SIGNED')
    expect(await second.row('household_id')).toEqual(await first.row('household_id'))
  })

  it('lets one of two confirmations of the same person through, whichever comes first', async () => {
    const shared = aPerson('孙二娘', { sex: '2' })
    const alone = await new CaseWalk(office, { applicant: shared }).to('SIGNED')
    const married = await new CaseWalk(office, { others: [{ person: { ...shared, id: crypto.randomUUID() }, facts: { relation: '1' } }] }).to('SIGNED', 126000)
    const answers = await Promise.all([
      alone.act(staff.approver, routes.confirmApplication, { opinion: '同意确认', amountFen: 63000 }),
      married.act(staff.approver, routes.confirmApplication, { opinion: '同意确认', amountFen: 126000 }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('already-in-pay')
  })

  it('is not open to other roles, neither over HTTP nor in the database', async () => {
    expect((await ask(aPerson('谁').document, staff.finance)).body).toMatchObject({ status: 403, code: 'not-permitted' })
    const app = new Client({ connectionString: office.databaseUrl, options: '-c search_path=social_assistance' })
    await app.connect()
    const call = (roles: string) => app.query(`select * from check_duplicate('x', 'x', $1, 'x', null, 'WINDOW', '2025-09-30')`, [`{${roles}}`])
    await expect(call('FINANCE')).rejects.toThrow('not permitted')
    await expect(call('ST_CLERK')).rejects.toThrow('no scope')
    await expect(app.query(`insert into duplicate_check_log (actor_id) values ('x')`)).rejects.toThrow('permission denied')
    await app.end()
  })
})
