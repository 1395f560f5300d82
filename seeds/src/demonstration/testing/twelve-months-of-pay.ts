import { LINE_STATE, batchLifecycle, routes } from '@xishan/social-assistance-contract'
import { describe, expect, it } from 'vitest'
import { demonstrationActor } from '../../accounts'
import { LAST_MONTH, MONTHS } from '../money/month-of-pay'
import { astray, stepsOf } from './astray'
import type { SeededHouse } from './seeded-house'

const finance = demonstrationActor('finance')

interface Sums {
  month: string
  state: string
  lines: number
  paid: number
  attempts: number
  files: number
  batch: number
  funds: number
  waiting: number
}

const sumsOf = (house: SeededHouse) =>
  house.sql<Sums>(
    `select b.month, b.state, l.lines, l.paid::float8 as paid, a.paid::float8 as attempts, f.total::float8 as files, b.total_fen::float8 as batch, l.waiting,
            (select sum(amount_fen) from disbursement_fund where batch_id = b.id)::float8 as funds
     from disbursement_batch b
       join lateral (select count(*)::int as lines, sum(pay_fen) filter (where state in ('PAID', 'REISSUED')) as paid, (count(*) filter (where state in ('PENDING', 'SENT', 'FAILED')))::int as waiting
                     from disbursement_line where batch_id = b.id) l on true
       join lateral (select sum(amount_fen) filter (where state = 'PAID') as paid from disbursement_attempt where batch_id = b.id) a on true
       join lateral (select sum(total_fen) filter (where number = 1) as total from payment_file where batch_id = b.id) f on true
     order by b.month`,
  )

export const twelveMonthsOfPay = (house: () => SeededHouse) =>
  describe('twelve months of pay', () => {
    it('are closed but for the last, and every closed one adds up: lines, sendings, files, funds', async () => {
      const months = await sumsOf(house())
      expect(months.map(({ month, state }) => [month, state])).toEqual(MONTHS.map((month) => [month, month === LAST_MONTH ? 'PAYING' : 'CLOSED']))
      for (const { month, state, lines, paid, attempts, files, batch, funds, waiting } of months) {
        expect([month, lines > 4000]).toEqual([month, true])
        expect([month, paid]).toEqual([month, attempts])
        expect([month, funds]).toEqual([month, files])
        if (state === 'CLOSED') expect([month, paid, waiting]).toEqual([month, batch, 0])
      }
    })

    it('hold a line for everybody who was in pay, worth what the history says of the month', async () => {
      const wrong = await house().sql(
        `select b.number, d.month from disbursement_batch d
           join benefit b on b.from_month <= d.month and (b.to_month is null or b.to_month >= d.month)
           join lateral (select amount_fen from benefit_amount a where a.benefit_id = b.id and a.from_month <= d.month order by a.sequence desc, a.from_month desc limit 1) a on true
           left join disbursement_line l on l.batch_id = d.id and l.benefit_id = b.id and l.kind = 'REGULAR'
         where a.amount_fen > 0 and l.amount_fen is distinct from a.amount_fen`,
      )
      expect(wrong).toEqual([])
    })

    it('were moved by the lifecycle, each step by somebody who may', async () => {
      const steps = await stepsOf(house(), 'disbursement_batch')
      expect(astray(batchLifecycle, steps)).toEqual([])
      expect(steps.length).toBeGreaterThan(150)
    })

    it('have failed lines: most paid the second time, some owed again, those of the last month waiting', async () => {
      const states = Object.fromEntries((await house().sql<{ state: string; count: number }>(`select state, count(*)::int as count from disbursement_line group by 1`)).map(({ state, count }) => [state, count]))
      expect(states).toMatchObject({ REISSUED: expect.any(Number), CANCELLED: expect.any(Number), FAILED: expect.any(Number) })
      expect(Object.keys(states).every((state) => LINE_STATE.codes.some((code) => code === state))).toBe(true)
      const again = await house().sql(`select p.id from payable p join disbursement_line l on l.payable_id = p.id where p.cause_kind = 'CORRECTION' and p.kind = 'ARREARS' and l.state in ('PAID', 'REISSUED')`)
      expect(again.length).toBeGreaterThan(5)
      expect(await house().sql(`select count(*)::int as rows from return_row where problem is not null and resolved_on is null`)).toEqual([{ rows: 1 }])
    })

    it('hold changes in pay, money withheld and made up for, a festival grant and late confirmations, each a line of its own', async () => {
      const kinds = Object.fromEntries((await house().sql<{ kind: string; count: number }>(`select kind, count(*)::int as count from disbursement_line where state <> 'CANCELLED' group by 1`)).map(({ kind, count }) => [kind, count]))
      expect(kinds.ONE_OFF).toBeGreaterThan(4000)
      expect(kinds.ADJUST).toBeGreaterThan(15)
      expect(kinds.ARREARS).toBeGreaterThan(10)
      expect(await house().sql(`select distinct state from benefit_change order by 1`)).toEqual(['CONFIRMED', 'PROPOSED', 'REPORTED', 'REVIEWED', 'WITHDRAWN'].map((state) => ({ state })))
      expect((await house().sql(`select id from benefit_hold where lifted_on is not null`)).length).toBeGreaterThan(5)
      expect(await house().sql(`select l.id from disbursement_line l join benefit_hold h on h.benefit_id = l.benefit_id where l.month between h.from_month and to_char(coalesce(h.lifted_on, date '2025-12-31') - interval '1 month', 'YYYY-MM') and l.kind = 'REGULAR' and l.state in ('PAID', 'REISSUED')`)).toEqual([])
    })

    it('hold recoveries on every part of their way, whose entries add up', async () => {
      const states = await house().sql<{ state: string }>(`select distinct state from recovery order by 1`)
      expect(states.map(({ state }) => state)).toEqual(expect.arrayContaining(['AGREED', 'FOUND', 'NOTIFIED', 'OFFSETTING', 'REPAYING', 'SETTLED', 'TO_COURT', 'WRITTEN_OFF']))
      expect(
        await house().sql(
          `select r.number from recovery r join lateral (select sum(case kind when 'DUE' then amount_fen when 'REVERSED' then -amount_fen end) as due, coalesce(sum(case when kind in ('REPAID', 'OFFSET', 'WRITTEN_OFF') then amount_fen when kind = 'RETURNED' then -amount_fen end), 0) as settled
             from recovery_entry where recovery_id = r.id) e on true where r.due_fen <> e.due or r.settled_fen <> e.settled`,
        ),
      ).toEqual([])
      expect(await house().sql(`select r.id from recovery r join recovery_entry e on e.recovery_id = r.id join disbursement_line l on l.id = e.line_id where e.kind = 'OFFSET' and (l.offset_fen <> e.amount_fen or l.state not in ('PAID', 'REISSUED'))`)).toEqual([])
      expect((await house().sql(`select id from recovery_entry where kind = 'OFFSET'`)).length).toBeGreaterThan(5)
    })

    it('leave the bureau, finance and the streets work to do', async () => {
      const states = async (username: string) => (await house().call(demonstrationActor(username), routes.findTasks)).body.tasks.map(({ state }) => state)
      expect(await states('finance')).toEqual(expect.arrayContaining(['回盘未对上', '账户更正待确认重发']))
      const failed = await house().call(finance, routes.findFailedLines, { query: {} })
      expect(failed.body.rows.length).toBeGreaterThan(5)
    })

    it('a seeded payment file can be taken again, byte for byte what was sent', async () => {
      const files = await house().sql<{ id: string; count: number; month: string }>(
        `select f.id, f.attempt_count as count, b.month from payment_file f join disbursement_batch b on b.id = f.batch_id where b.month in ('2024-10', '2025-08') order by b.month, f.number`,
      )
      expect(files.length).toBeGreaterThanOrEqual(4)
      for (const { id } of files) {
        const { status, body } = await house().call(finance, routes.downloadPaymentFile, { params: { id } })
        expect(status).toBe(200)
        expect(body.length).toBeGreaterThan(100)
      }
    }, 60_000)

    it('lets the next month be made', async () => {
      const { status, body } = await house().call(demonstrationActor('bureau.clerk'), routes.createBatch, { body: { kind: 'REGULAR', month: '2025-10' } })
      expect([status, body]).toMatchObject([200, { version: 1 }])
    })
  })
