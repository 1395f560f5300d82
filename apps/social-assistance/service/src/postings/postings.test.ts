import { routes } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CaseWalk } from '../testing/case-walk'
import { PICTURE } from '../testing/families'
import { openOffice, staff, type Office } from '../testing/office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const objection = { receivedOn: '2025-09-30', way: 'VISIT', objector: '周大伯', phone: '13700001111', content: '该户有子女在外务工寄钱' }

describe('a posting', () => {
  it('is objected to, looked into again, answered, and hangs once more', async () => {
    const walk = await new CaseWalk(office).to('POSTING')
    expect((await walk.act(staff.community, routes.recordObjection, { ...objection, receivedOn: '2025-09-29' })).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'receivedOn' }] })
    await walk.must(staff.community, routes.recordObjection, objection)
    expect(await walk.row('closed_by, closed_on::text', 'posting', 'application_id')).toEqual({ closed_by: 'OBJECTION', closed_on: '2025-09-30' })
    const stored = await office.sql<{ id: string; step: string; objection: string }>(
      `select o.id, to_jsonb(o)::text as objection, (select input::text from case_step where case_id = o.application_id and action = 'recordObjection') as step from objection o where application_id = $1`,
      [walk.id],
    )
    expect(JSON.stringify(stored)).not.toMatch(/周大伯|13700001111/)

    await walk.must(staff.clerk, routes.reinvestigate, { reason: '核实子女寄钱情况' })
    await walk.to('POSTING')
    await walk.outlivePosting()
    expect((await walk.act(staff.reviewer, routes.submitToBureau)).body).toMatchObject({ status: 409, code: 'objection-unanswered' })
    const answer = { objectionId: stored[0]?.id, answeredOn: '2025-09-30', answer: '经核实，子女无寄钱记录' }
    await walk.must(staff.reviewer, routes.answerObjection, answer)
    expect((await walk.act(staff.reviewer, routes.answerObjection, answer)).body).toMatchObject({ code: 'objection-answered' })
    await walk.must(staff.reviewer, routes.submitToBureau)
    await walk.to('CONFIRMED')
    expect(await office.sql(`select round, closed_by from posting where application_id = $1 order by round`, [walk.id])).toEqual([
      { round: 1, closed_by: 'OBJECTION' },
      { round: 2, closed_by: 'OVER' },
    ])
    expect(await office.sql(`select round from survey where application_id = $1 order by round`, [walk.id])).toEqual([{ round: 1 }, { round: 2 }])
  })

  it('does not close before its last day is over, nor without its photo', async () => {
    const walk = await new CaseWalk(office).to('POSTING')
    const { ends_on, starts_on, due_on } = await walk.row<Record<string, string>>('ends_on::text, starts_on::text, (select due_on::text from application a where a.id = application_id) as due_on', 'posting', 'application_id')
    expect(Date.parse(ends_on ?? '') - Date.parse(starts_on ?? '')).toBeGreaterThanOrEqual(7 * 86_400_000)
    expect((due_on ?? '') > (ends_on ?? '')).toBe(true)
    await office.advanceTo(ends_on ?? '')
    expect((await walk.act(staff.reviewer, routes.submitToBureau)).body).toMatchObject({ status: 409, code: 'posting-not-over', detail: expect.stringContaining(ends_on ?? '') })
    await office.advanceTo(due_on ?? '')
    expect((await walk.act(staff.reviewer, routes.submitToBureau)).body).toMatchObject({ status: 409, code: 'posting-without-photo' })
    const scan = await office.call(staff.community, routes.addAttachment, { params: { id: walk.id }, body: { kind: 'POSTING_PHOTO' }, file: { name: '公示单.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj<<>>endobj\n') } })
    expect(scan.body).toMatchObject({ status: 415, code: 'file-kind-refused' })
    expect((await walk.file('POSTING_PHOTO', staff.community)).status).toBe(200)
    await walk.must(staff.reviewer, routes.submitToBureau)
  })
})

describe('a report about a case', () => {
  it('makes the bureau visit the home before anybody audits', async () => {
    const walk = await new CaseWalk(office).to('SUBMITTED_BUREAU')
    await walk.must(staff.bureauClerk, routes.recordReport, { receivedOn: '2025-09-30', way: 'PHONE', reporter: '', content: '反映该户另有房产出租' })
    const opinion = '同意，报科室'
    expect((await walk.act(staff.bureauClerk, routes.auditApplication, { opinion })).body).toMatchObject({ status: 409, code: 'home-visit-required' })
    const visit = { visitedOn: '2025-09-30', visitors: '王春梅、李雪', findings: '入户查看，无房产出租情况' }
    expect((await walk.act(staff.bureauClerk, routes.recordHomeVisit, visit)).body).toMatchObject({ code: 'attachment-missing' })
    await walk.file('HOME_VISIT_RECORD', staff.bureauClerk)
    await walk.must(staff.bureauClerk, routes.recordHomeVisit, visit)
    await walk.to('CONFIRMED')
    expect(await walk.row('home_visited_on::text, reported')).toEqual({ home_visited_on: '2025-09-30', reported: true })
    expect((await walk.act(staff.bureauClerk, routes.recordReport, { receivedOn: '2025-09-30', way: 'PHONE', content: '结案以后才反映' })).body).toMatchObject({ code: 'action-out-of-state' })
  })
})

describe('a file', () => {
  it('of 30 MB, of a disguise and of a relative is refused; a proper one is read back, and the reading noted', async () => {
    const walk = await new CaseWalk(office).to('SUBMITTED')
    const send = (name: string, type: string, bytes: Buffer) => office.call(staff.clerk, routes.addAttachment, { params: { id: walk.id }, body: { kind: 'OTHER' }, file: { name, type, bytes } })
    expect((await send('大图.png', 'image/png', Buffer.concat([PICTURE, Buffer.alloc(30 * 1024 * 1024)]))).body).toMatchObject({ status: 413, code: 'file-too-large' })
    expect((await send('照片.png', 'image/png', Buffer.from('MZ this is a program'))).body).toMatchObject({ status: 415, code: 'file-kind-refused' })
    expect((await office.call(staff.clerk, routes.addAttachment, { params: { id: walk.id }, body: { kind: 'NONSENSE' }, file: { name: 'a.png', type: 'image/png', bytes: PICTURE } })).body).toMatchObject({ status: 422, code: 'invalid-input' })
    const { body } = await send('户口簿.png', 'image/png', PICTURE)
    expect(body).toMatchObject({ kind: 'OTHER', name: '户口簿.png', uploadedBy: '李红梅', businessDate: expect.any(String) })
    const read = await office.call(staff.bureauClerk, routes.downloadAttachment, { params: { id: walk.id, attachmentId: body.id } })
    expect(read.body).toEqual(PICTURE)
    expect((await office.call(staff.neighbour, routes.downloadAttachment, { params: { id: walk.id, attachmentId: body.id } })).status).toBe(404)
    expect(await office.sql(`select action, actor_name from audit_entry where subject_type = 'application-access' and summary ->> 'of' = $1 order by id`, [walk.id])).toEqual([
      { action: 'addAttachment', actor_name: '李红梅' },
      { action: 'downloadAttachment', actor_name: '王春梅' },
    ])
  })
})
