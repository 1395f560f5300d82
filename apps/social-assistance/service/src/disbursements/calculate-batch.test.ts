import { JobCancelled, type JobProgress } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BULK_ID, benefitsInBulk } from '../testing/benefits-in-bulk'
import { openOffice, staff, COMMUNITY, type Office } from '../testing/office'
import { BatchWalk } from './batch-walk.testing'
import { CalculateBatch } from './calculate-batch'

const HOUSEHOLDS = 7_000
const PLACES = [COMMUNITY, '530112001002', '530112002001']

let office: Office
beforeAll(async () => {
  office = await openOffice()
  await benefitsInBulk(office.sql, HOUSEHOLDS, { communities: PLACES })
}, 60_000)
afterAll(() => office.close())

interface Standing {
  lines: number
  sum: string
  months: number
  last: number
}
const standing = async (batch: BatchWalk): Promise<Standing | undefined> =>
  (await office.sql<Standing>(`select count(*)::int as lines, coalesce(sum(amount_fen), 0)::text as sum, count(distinct benefit_id)::int as months, coalesce(max(seq), 0)::int as last from disbursement_line where batch_id = $1`, [batch.id]))[0]
const expected = async () => (await office.sql<{ sum: string }>(`select sum(amount_fen)::text as sum from benefit_amount`))[0]?.sum

/** A run of the batch's calculation that dies, or is cancelled, when it reports for the nth time; what it saved is kept for the next. */
function running(batch: BatchWalk, kept: { checkpoint?: object } = {}) {
  return async (nth = Infinity, end: Error = new Error('the process was killed')) => {
    const [job] = await office.sql<{ input: { batchId: string; run: string } }>(`select input from job_run where id = $1`, [await batch.jobId()])
    if (!job) throw new RangeError('no calculation was started')
    let reports = 0
    const progress: JobProgress = {
      report: () => (++reports >= nth ? Promise.reject(end) : Promise.resolve()),
      checkpoint: <T>() => kept.checkpoint as T | undefined,
      saveCheckpoint: (value) => {
        Object.assign(kept, { checkpoint: value })
        return Promise.resolve()
      },
    }
    return office.app.get(CalculateBatch).run(staff.bureauClerk, job.input, progress)
  }
}

describe('a calculation', () => {
  it('killed between any two chunks goes on where it was and writes nothing twice', async () => {
    const batch = await new BatchWalk(office).create('2025-09')
    await batch.must(staff.bureauClerk, routes.calculateBatch)
    const run = running(batch)
    for (const nth of [1, 2, 2]) await expect(run(nth)).rejects.toThrow('killed')
    expect((await batch.detail()).state).toBe('CALCULATING')
    expect((await standing(batch))?.lines).toBeGreaterThan(0)
    await run()
    expect(await standing(batch)).toEqual({ lines: HOUSEHOLDS, sum: await expected(), months: HOUSEHOLDS, last: HOUSEHOLDS })
    expect(await batch.detail()).toMatchObject({ state: 'CALCULATED', lines: HOUSEHOLDS, households: HOUSEHOLDS, totalFen: Number(await expected()), calculation: null })
    await batch.must(staff.bureauClerk, routes.cancelBatch, { reason: '演练用批次' })
  }, 60_000)

  it('killed after a chunk but before it could say so writes that chunk no second time', async () => {
    const batch = await new BatchWalk(office).create('2025-09')
    await batch.must(staff.bureauClerk, routes.calculateBatch)
    const forgetful = running(batch, Object.freeze({ checkpoint: { stage: 'REGULAR', place: null, done: 0 } }))
    await expect(forgetful()).rejects.toThrow(TypeError)
    await expect(forgetful()).rejects.toThrow(TypeError)
    expect((await standing(batch))?.lines).toBe(3_000)
    await running(batch, { checkpoint: { stage: 'REGULAR', place: null, done: 0 } })()
    expect(await standing(batch)).toMatchObject({ lines: HOUSEHOLDS, sum: await expected(), months: HOUSEHOLDS })
    await batch.detail()
    await batch.must(staff.bureauClerk, routes.cancelBatch, { reason: '演练用批次' })
  }, 60_000)

  it('cancelled midway leaves a draft without lines, that can be calculated again', async () => {
    const batch = await new BatchWalk(office).create('2025-09')
    await batch.must(staff.bureauClerk, routes.calculateBatch)
    await expect(running(batch)(3, new JobCancelled())).rejects.toBeInstanceOf(JobCancelled)
    expect(await batch.detail()).toMatchObject({ state: 'DRAFT', lines: 0, sums: [] })
    expect((await standing(batch))?.lines).toBe(0)
    await batch.calculate()
    expect((await standing(batch))?.lines).toBe(HOUSEHOLDS)
    await batch.must(staff.bureauClerk, routes.cancelBatch, { reason: '演练用批次' })
  }, 60_000)

  it('broken off on the page ends the run at its next chunk, and a late run does nothing to what came after', async () => {
    const batch = await new BatchWalk(office).create('2025-09')
    await batch.must(staff.bureauClerk, routes.calculateBatch)
    const first = running(batch)
    await expect(first(3)).rejects.toThrow('killed')
    await batch.detail()
    await batch.must(staff.bureauClerk, routes.abandonCalculation)
    expect((await standing(batch))?.lines).toBe(0)
    await expect(first()).rejects.toBeInstanceOf(JobCancelled)
    expect((await batch.detail()).state).toBe('DRAFT')
    await batch.calculate()
    await expect(running(batch)()).rejects.toBeInstanceOf(JobCancelled)
    expect(await batch.detail()).toMatchObject({ state: 'CALCULATED', lines: HOUSEHOLDS })
    await batch.must(staff.bureauClerk, routes.cancelBatch, { reason: '演练用批次' })
  }, 60_000)

  it('done anew has the same lines, and what was decided since', async () => {
    const batch = await (await new BatchWalk(office).create('2025-09')).calculate()
    await office.sql(`insert into benefit_amount (benefit_id, from_month, division_code, amount_fen, member_count, reason, sequence) select benefit_id, '2025-09', division_code, amount_fen + 700, member_count, '收入变化', 2 from benefit_amount where benefit_id = ${BULK_ID('benefit', 5)}`)
    const before = await standing(batch)
    await batch.calculate()
    expect(await standing(batch)).toEqual({ ...before, sum: String(Number(before?.sum) + 700) })
    await batch.must(staff.bureauClerk, routes.cancelBatch, { reason: '演练用批次' })
  }, 60_000)
})
