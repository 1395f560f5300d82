import { LINE_ROUTES, type Actor } from '@xishan/domain'
import { BusinessClock, JobCancelled, LongJobs, Reads, readSheetCells, type JobProgress, ExportList } from '@xishan/service-kit'
import { routes, type ExportInput } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CaseWalk } from '../testing/case-walk'
import { aPerson } from '../testing/families'
import { openOffice, staff, type Office } from '../testing/office'

let office: Office
beforeAll(async () => {
  office = await openOffice({}, { jobs: true })
  await new CaseWalk(office, { applicant: aPerson('=张三') }).to('CONFIRMED')
  await new CaseWalk(office, { applicant: aPerson('李四') }).to('SUBMITTED')
})
afterAll(() => office.close())

async function exported(actor: Actor, body: object) {
  const { body: job } = await office.call(actor, routes.startExport, { body })
  for (let tries = 0; tries < 100; tries++) {
    const { body: standing } = await office.call(actor, LINE_ROUTES.job, { params: { id: job.id } })
    if (standing.state === 'done') return { id: job.id, standing, cells: await cellsOf(actor, job.id) }
    if (standing.state !== 'waiting' && standing.state !== 'running') throw new Error(JSON.stringify(standing))
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the export did not end')
}

const cellsOf = async (actor: Actor, id: string) => readSheetCells((await office.call(actor, LINE_ROUTES.jobResult, { params: { id } })).body)

describe('an export', () => {
  it('is the list under its filters, masked, with who took it out and when', async () => {
    const { standing, cells } = await exported(staff.reviewer, { subject: 'APPLICATIONS', filters: { open: 'true' } })
    expect(standing).toMatchObject({ done: 1, total: 1, resultName: expect.stringMatching(/^办件列表-\d{4}-\d\d-\d\d\.xlsx$/) })
    expect(cells[0]?.join()).toMatch(/普建华.*\d{4}-\d\d-\d\d \d\d:\d\d.*演示数据/)
    expect(cells[1]?.slice(0, 3)).toEqual(['办件编号', '申请人', '证件号码'])
    expect(cells[2]).toEqual(expect.arrayContaining(['李四', expect.stringMatching(/^530112\*{8}/), '西苑街道', '凯苑社区', '待受理']))
    expect(cells).toHaveLength(3)
  })

  it('never makes a formula of what a person typed', async () => {
    const { cells } = await exported(staff.director, { subject: 'BENEFITS', filters: {} })
    expect(cells[2]?.slice(1, 3)).toEqual(['=张三', expect.stringMatching(/^530112\*{8}/)])
    expect(cells[2]).toEqual(expect.arrayContaining(['630', '2025-11', 'A类（长期保障）']))
  })

  it('holds the rows of the reader’s area only', async () => {
    const { cells } = await exported(staff.neighbouringReviewer, { subject: 'HOUSEHOLDS', filters: {} })
    expect(cells).toHaveLength(2)
  })

  it('belongs to the person who started it', async () => {
    const { id } = await exported(staff.reviewer, { subject: 'HOUSEHOLDS', filters: {} })
    for (const route of [LINE_ROUTES.job, LINE_ROUTES.jobResult]) expect((await office.call(staff.leader, route, { params: { id } })).status).toBe(404)
  })

  it('is refused to roles that may not take lists out, and audited otherwise', async () => {
    expect((await office.call(staff.clerk, routes.startExport, { body: { subject: 'APPLICATIONS', filters: {} } })).status).toBe(403)
    expect(await office.sql(`select actor_name, summary->>'subject' as subject from audit_entry where action = 'exportList' limit 1`)).toEqual([{ actor_name: '普建华', subject: 'APPLICATIONS' }])
  })

  it('repeated with the same key starts once', async () => {
    const call = () => office.call(staff.reviewer, routes.startExport, { body: { subject: 'HOUSEHOLDS', filters: {} }, key: 'export-once-only' })
    expect((await call()).body.id).toBe((await call()).body.id)
  })

  it('broken off by a crash is done whole when the job comes again', async () => {
    const { id, cells } = await exported(staff.reviewer, { subject: 'APPLICATIONS', filters: {} })
    await office.sql(`update job_run set state = 'running', done = 1, result = null, result_name = null, finished_at = null where id = $1`, [id])
    await office.app.get(LongJobs).run(id)
    expect((await office.call(staff.reviewer, LINE_ROUTES.job, { params: { id } })).body).toMatchObject({ state: 'done', done: 2 })
    expect((await cellsOf(staff.reviewer, id)).slice(1)).toEqual(cells.slice(1))
  })

  it('asked to end, ends between two batches and leaves no file', async () => {
    const job = office.app.get(ExportList)
    const input: ExportInput = { subject: 'APPLICATIONS', filters: {} }
    const progress: JobProgress = {
      report: (done) => (done > 0 ? Promise.reject(new JobCancelled()) : Promise.resolve()),
      checkpoint: () => undefined,
      saveCheckpoint: () => Promise.resolve(),
    }
    await expect(job.run(staff.reviewer, input, progress)).rejects.toBeInstanceOf(JobCancelled)
    expect(await office.app.get(Reads).query(staff.reviewer, 'select 1 as alive')).toEqual([{ alive: 1 }])
    expect(await office.app.get(BusinessClock).today()).toMatch(/^2025/)
  })


  it('cancelled before it is done ends without a file', async () => {
    const { body: job } = await office.call(staff.reviewer, routes.startExport, { body: { subject: 'HOUSEHOLDS', filters: {} } })
    await office.call(staff.reviewer, LINE_ROUTES.cancelJob, { params: { id: job.id }, body: {} })
    await expect.poll(async () => (await office.call(staff.reviewer, LINE_ROUTES.job, { params: { id: job.id } })).body.state).toBe('cancelled')
    expect((await office.call(staff.reviewer, LINE_ROUTES.jobResult, { params: { id: job.id } })).status).toBe(404)
  })
})
