import { addToMonth, monthRange, monthsBetween } from '@xishan/domain'
import { amountFor } from '@xishan/social-assistance-contract'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CaseWalk } from '../testing/case-walk'
import { ChangeWalk, benefitOf } from '../testing/change-walk'
import { closeMonth } from '../testing/closed-months'
import { aPerson } from '../testing/families'
import { openOffice, type Office } from '../testing/office'

const RUNS = 6
const STANDARD = 63000
let office: Office
let run = 0

beforeAll(async () => {
  office = await openOffice()
  const walks: CaseWalk[] = []
  for (let at = 0; at < RUNS; at += 1) walks.push(await new CaseWalk(office, { applicant: aPerson(`王建${at}`) }).to('POSTING'))
  for (const walk of walks) await walk.to('CONFIRMED')
  for (const month of ['2025-11', '2025-12', '2026-01', '2026-02']) await closeMonth(office, month)
})
afterAll(() => office.close())

type Step = { kind: 'month' } | { kind: 'change'; wagesFen: number; back: number } | { kind: 'hold' } | { kind: 'resume' }
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('change' as const), wagesFen: fc.constantFrom(0, 10000, 20000, 35000, 58000), back: fc.integer({ min: -1, max: 5 }) }) },
  { weight: 2, arbitrary: fc.constant<Step>({ kind: 'month' }) },
  { weight: 2, arbitrary: fc.constant<Step>({ kind: 'hold' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'resume' }) },
)

async function must(decided: Promise<{ status: number; body: object }>): Promise<void> {
  const { status, body } = await decided
  if (status !== 200) throw new Error(JSON.stringify(body))
}

/** One household's life in pay, beside what it should come to. */
class Life {
  held = false
  readonly decisions: { fromMonth: string; sequence: number; amountFen: number }[]

  constructor(
    readonly benefitId: string,
    readonly fromMonth: string,
  ) {
    this.decisions = [{ fromMonth, sequence: 1, amountFen: STANDARD }]
  }

  get amountFen(): number {
    return this.decisions.at(-1)?.amountFen ?? 0
  }

  async take(action: Step): Promise<void> {
    if (action.kind === 'month') return closeMonth(office, await openMonth())
    if (action.kind === 'hold') return this.held ? undefined : this.change('HOLD', 'DOUBTFUL', this.amountFen)
    if (action.kind === 'resume') return this.held ? this.change('RESUME', 'CLEARED', this.amountFen) : undefined
    const open = await openMonth()
    const wanted = addToMonth(open, -action.back)
    const fromMonth = wanted < this.fromMonth ? this.fromMonth : wanted
    const walk = new ChangeWalk(office, this.benefitId)
    await walk.report('RECOMPUTE', 'INCOME')
    await walk.fill(action.wagesFen)
    const amountFen = STANDARD - action.wagesFen
    await must(walk.decide('CHANGE', amountFen, { fromMonth }))
    this.decisions.push({ fromMonth, sequence: this.decisions.length + 1, amountFen })
  }

  private async change(kind: 'HOLD' | 'RESUME', ground: 'DOUBTFUL' | 'CLEARED', amountFen: number): Promise<void> {
    const walk = new ChangeWalk(office, this.benefitId)
    await walk.report(kind, ground)
    await must(walk.decide('CHANGE', amountFen))
    this.held = kind === 'HOLD'
  }

  should(month: string): number {
    return amountFor(this.decisions, month)?.amountFen ?? 0
  }
}

async function openMonth(): Promise<string> {
  const [row] = await office.sql<{ last: string }>(`select max(month) as last from disbursement_batch where state = 'CLOSED'`)
  return addToMonth(row?.last ?? '2025-11', 1)
}

const sumOf = async (sql: string, id: string): Promise<number> => Number((await office.sql<{ sum: string | null }>(sql, [id]))[0]?.sum ?? 0)

it('whatever is decided, and in whatever order, closed months come to what they should be, to the fen', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 12 }), async (steps) => {
      const { id } = await benefitOf(office, `王建${run++ % RUNS}`)
      const [{ from } = { from: '' }] = await office.sql<{ from: string }>('select from_month as from from benefit where id = $1', [id])
      const life = new Life(id, from)
      for (const action of steps) await life.take(action)
      await life.take({ kind: 'resume' })

      const open = await openMonth()
      const closed = monthRange(from, addToMonth(open, -1))
      const should = closed.reduce((sum, month) => sum + life.should(month), 0)
      const paid = await sumOf(`select sum(amount_fen) as sum from disbursement_line where benefit_id = $1 and state = 'PAID'`, id)
      const owed = await sumOf(`select sum(amount_fen) as sum from payable where benefit_id = $1 and cancelled_on is null`, id)
      const overpaid = await sumOf(`select sum(e.amount_fen) as sum from recovery r join recovery_entry e on e.recovery_id = r.id where r.benefit_id = $1 and e.kind = 'DUE'`, id)
      expect(owed - overpaid).toBe(should - paid)

      const rows = await office.sql<{ fromMonth: string; sequence: number; amountFen: string }>('select from_month as "fromMonth", sequence, amount_fen as "amountFen" from benefit_amount where benefit_id = $1', [id])
      for (const month of monthRange(open, addToMonth(open, 3))) expect(Number(amountFor(rows, month)?.amountFen)).toBe(life.should(month))
      expect(monthsBetween(from, open)).toBe(closed.length)
    }),
    { numRuns: RUNS, endOnFailure: true },
  )
}, 240_000)
