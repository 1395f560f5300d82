import { addToMonth } from '@xishan/domain'
import { openOffice, type Office } from '@xishan/social-assistance-service/testing/office'
import { payingOffice } from '@xishan/social-assistance-service/testing/payment-walk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KillableLine } from './killable-line'
import { enterInAudit } from './made-up-audit'
import { PaidMonth } from './paid-month'
import { DATA_KEYS, LINES, ServiceProcess } from './service-process'
import { Torment } from './torment'

/** `pnpm resilience` asks for fifty. */
const KILLS = Number(process.env['KILLS'] ?? 5)
const HOUSEHOLDS = 4_000

let office: Office
let line: KillableLine
let torment: Torment

describe.runIf(LINES.includes('social-assistance'))('a service that is killed while months are paid', () => {
  beforeAll(async () => {
    office = await openOffice({}, { settings: { dataKeys: DATA_KEYS } })
    await payingOffice(office, HOUSEHOLDS)
    for (const table of ['household', 'benefit']) await enterInAudit(office, table)
    line = new KillableLine('social-assistance', office, DATA_KEYS)
    await line.open()
  }, 120_000)

  afterAll(async () => {
    await torment.end()
    await line.close()
    await ServiceProcess.killAll()
    await office.close()
  })

  it(`${KILLS} times: nobody is paid twice, nothing is lost, and the books agree to the fen`, { timeout: KILLS * 120_000 }, async () => {
    torment = new Torment([line], KILLS)
    for (let month = '2025-09'; torment.kills < KILLS; month = addToMonth(month, 1)) {
      if (month > '2025-10') await line.advanceTo(`${addToMonth(month, -1)}-28`)
      const paid = new PaidMonth(line, office.sql, month)
      await paid.pay()
      expect(await booksOf(paid.id, month)).toEqual({
        state: 'CLOSED', lines: HOUSEHOLDS, households: HOUSEHOLDS, lineFen: await dueIn(month), paidLines: HOUSEHOLDS, paidAttempts: HOUSEHOLDS, paidFen: await dueIn(month), openAttempts: 0, references: HOUSEHOLDS, files: 2,
      })
    }
    await torment.end()
    expect(torment.kills).toBe(KILLS)
    expect(await line.auditHolds()).toMatchObject({ code: 0, output: expect.stringContaining('全部一致') })
    expect(await office.sql(`select action, count(*)::int as times from case_step where case_type = 'disbursement_batch' group by case_id, action having count(*) > 2 and action not in ('calculate', 'abandonCalculation')`)).toEqual([])
  })
})

const booksOf = async (batchId: string, month: string) =>
  (
    await office.sql<Record<string, number | string>>(
      `select b.state, count(l.id)::int as lines, count(distinct l.benefit_id)::int as households, sum(l.pay_fen)::int as "lineFen", count(*) filter (where l.state in ('PAID', 'REISSUED'))::int as "paidLines",
              (select count(*)::int from disbursement_attempt a where a.batch_id = b.id and a.state = 'PAID') as "paidAttempts",
              (select sum(amount_fen)::int from disbursement_attempt a where a.batch_id = b.id and a.state = 'PAID') as "paidFen",
              (select count(*)::int from disbursement_attempt a where a.batch_id = b.id and a.state = 'SENT') as "openAttempts",
              (select count(distinct bank_reference)::int from disbursement_attempt a where a.batch_id = b.id and a.state = 'PAID') as "references",
              (select count(*)::int from payment_file f where f.batch_id = b.id) as files
       from disbursement_batch b join disbursement_line l on l.batch_id = b.id and l.month = $2 and l.kind = 'REGULAR' and l.state <> 'CANCELLED' where b.id = $1 group by b.id`,
      [batchId, month],
    )
  )[0]

const dueIn = async (month: string) =>
  (await office.sql<{ fen: number }>(`select sum(a.amount_fen)::int as fen from benefit_amount a join benefit b on b.id = a.benefit_id where a.from_month <= $1 and (b.to_month is null or b.to_month >= $1)`, [month]))[0]?.fen
