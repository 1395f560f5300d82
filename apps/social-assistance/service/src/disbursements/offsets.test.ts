import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '@xishan/social-assistance-contract'
import { BULK_ID, benefitsInBulk } from '../testing/benefits-in-bulk'
import { openOffice, staff, COMMUNITY, type Office } from '../testing/office'
import { BatchWalk } from './batch-walk.testing'

const HOUSEHOLDS = 40

let office: Office
let debts: { monthly: number; due: number; settled: number }[]
beforeAll(async () => {
  office = await openOffice()
  await benefitsInBulk(office.sql, HOUSEHOLDS, { communities: [COMMUNITY] })
  const debt = fc.record({ monthly: fc.integer({ min: 1, max: 30_000 }), due: fc.integer({ min: 1, max: 60_000 }), paid: fc.integer({ min: 0, max: 100 }) })
  debts = fc.sample(debt, HOUSEHOLDS - 1).map(({ monthly, due, paid }) => ({ monthly, due, settled: Math.floor((due * paid) / 100) }))
  await office.sql(`set session_replication_role = replica`)
  for (const [at, { monthly, due, settled }] of debts.entries())
    await office.sql(
      `insert into recovery (id, version, division_code, audit_head, audit_seq, number, state, state_since, benefit_id, household_id, applicant_name, cause, ground, cause_kind, cause_id, found_on, found_by,
                             due_fen, settled_fen, debtor, way, monthly_offset_fen, closed_because)
       select gen_random_uuid(), 1, division_code, 'x', 1, 'XS-SAR-2025-' || $1, 'OFFSETTING', '2025-09-01', id, household_id, applicant_name, 'ERROR', '', 'AUDIT', gen_random_uuid(), '2025-08-01', '王春梅',
              $2, $3, '', 'OFFSET', $4, '' from benefit where id = ${BULK_ID('benefit', at + 1)}`,
      [String(at), due, settled, monthly],
    )
  await office.sql(`set session_replication_role = default`)
}, 60_000)
afterAll(() => office.close())

interface Line {
  amount: number
  offset: number
  pay: number
  recovery: string | null
}
const lineOf = async (batch: BatchWalk, number: number): Promise<Line | undefined> =>
  (await office.sql<Line>(`select amount_fen::int as amount, offset_fen::int as offset, pay_fen::int as pay, recovery_id as recovery from disbursement_line where batch_id = $1 and benefit_id = ${BULK_ID('benefit', number)}`, [batch.id]))[0]

describe('what is kept back for a recovery', () => {
  it('is the month agreed, at most a fifth of the line and at most what is owed; nothing where nothing is owed', async () => {
    const batch = await (await new BatchWalk(office).create('2025-09')).calculate()
    for (const [at, { monthly, due, settled }] of debts.entries()) {
      const line = await lineOf(batch, at + 1)
      const expected = Math.max(0, Math.min(monthly, due - settled, Math.floor((line?.amount ?? 0) / 5)))
      expect(line, JSON.stringify(debts[at])).toMatchObject({ offset: expected, pay: (line?.amount ?? 0) - expected })
      expect(line?.recovery === null).toBe(expected === 0)
    }
    expect(await lineOf(batch, HOUSEHOLDS)).toMatchObject({ offset: 0, recovery: null })
    expect(await batch.detail()).toMatchObject({ offsetFen: (await office.sql<{ sum: number }>(`select sum(offset_fen)::int as sum from disbursement_line where batch_id = $1`, [batch.id]))[0]?.sum })
  })

  it('is not kept back twice: what unfinished lines reserve is no longer there for the next month', async () => {
    const october = await (await new BatchWalk(office).create('2025-10')).calculate()
    for (const [at, { due, settled }] of debts.entries()) {
      const [{ reserved } = { reserved: 0 }] = await office.sql<{ reserved: number }>(`select coalesce(sum(offset_fen), 0)::int as reserved from disbursement_line where benefit_id = ${BULK_ID('benefit', at + 1)} and state <> 'CANCELLED'`)
      expect(reserved, JSON.stringify(debts[at])).toBeLessThanOrEqual(Math.max(0, due - settled))
    }
    await october.must(staff.bureauClerk, routes.cancelBatch, { reason: '演练用批次' })
  })

  it('agreed otherwise after the calculation, the batch is no longer what would be calculated', async () => {
    const [september] = await office.sql<{ id: string }>(`select id from disbursement_batch where month = '2025-09'`)
    const batch = Object.assign(new BatchWalk(office), { id: september?.id ?? '' })
    await batch.answerAll()
    await batch.fund()
    await office.sql(`set session_replication_role = replica`)
    await office.sql(`update recovery set state = 'AGREED' where id in (select recovery_id from disbursement_line where batch_id = $1 and recovery_id is not null order by seq limit 2)`, [batch.id])
    await office.sql(`set session_replication_role = default`)
    expect((await batch.act(staff.bureauClerk, routes.submitBatch)).body).toMatchObject({ code: 'batch-outdated-draft', detail: expect.stringContaining('有 2 户') })
    await batch.calculate()
    await batch.answerAll()
    await batch.fund()
    await batch.must(staff.bureauClerk, routes.submitBatch)
  })
})
