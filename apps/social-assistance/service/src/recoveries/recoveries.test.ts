import { addToMonth } from '@xishan/domain'
import { UnitOfWork, serviceActor } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CaseWalk } from '../testing/case-walk'
import { aPerson } from '../testing/families'
import { openOffice, staff, type Office } from '../testing/office'
import { RecoveryWalk, aLine, anOverpayment } from '../testing/recovery-walk'
import { bookOffset } from './book-offset'
import { brokenSums } from './verify-sums'

let office: Office
let benefitId: string
beforeAll(async () => {
  office = await openOffice()
  await new CaseWalk(office, { applicant: aPerson('赵多领') }).to('CONFIRMED')
  benefitId = (await office.sql<{ id: string }>('select id from benefit'))[0]?.id ?? ''
})
afterAll(() => office.close())

const found = async (what: Parameters<typeof anOverpayment>[2] = {}) => new RecoveryWalk(office, await anOverpayment(office, benefitId, what))
const opinion = '情况属实，同意办理'
const told = { deliveredOn: '', way: 'IN_PERSON', receivedBy: '赵多领' }
const today = async () => (await office.sql<{ date: string }>(`select business_date::text as date from business_clock`))[0]?.date ?? ''

async function notified(what: Parameters<typeof anOverpayment>[2] = {}): Promise<RecoveryWalk> {
  const walk = await found(what)
  await walk.must(staff.clerk, routes.notifyRecovery, { ...told, deliveredOn: await today() })
  return walk
}
async function offsetting(monthlyOffsetFen = 12600): Promise<RecoveryWalk> {
  const walk = await notified()
  await walk.must(staff.clerk, routes.agreeRecovery, { way: 'OFFSET', agreedOn: await today(), monthlyOffsetFen, remark: '同意逐月抵扣' })
  await walk.must(staff.head, routes.startOffsetting, { opinion })
  return walk
}
const book = (recoveryId: string, lineId: string, offsetFen: number) =>
  office.app.get(UnitOfWork).perform(serviceActor('social-assistance'), (work) => bookOffset(work, { lineId, recoveryId, offsetFen, month: '2025-11' }))

describe('what was found', () => {
  it('is found once, by month, and only what was above nothing', async () => {
    const causeId = crypto.randomUUID()
    const months = [{ month: '2025-06', overpaidFen: 0 }, { month: '2025-07', overpaidFen: 30000 }, { month: '2025-08', overpaidFen: -5 }]
    const first = await found({ causeId, months })
    expect(await first.row()).toEqual({ state: 'FOUND', due: 30000, settled: 0, owed: 30000 })
    expect((await found({ causeId, months })).id).toBe(first.id)
    await expect(anOverpayment(office, benefitId, { months: [{ month: '2025-06', overpaidFen: 0 }] })).rejects.toThrow('nothing was overpaid')
  })

  it('after a death waits for a decision; not claimed, it owes nothing', async () => {
    const [claimed, forgone] = [await found({ causeKind: 'DEATH' }), await found({ causeKind: 'DEATH' })]
    expect((await claimed.row()).state).toBe('PROPOSED')
    expect((await claimed.act(staff.clerk, routes.notifyRecovery, { ...told, deliveredOn: await today() })).body).toMatchObject({ code: 'action-out-of-state' })
    await claimed.must(staff.head, routes.claimRecovery, { opinion })
    await forgone.must(staff.approver, routes.forgoRecovery, { reason: '家庭困难，遗产不足以清偿' })
    expect([(await claimed.row()).state, await forgone.row()]).toEqual(['FOUND', { state: 'WITHDRAWN', due: 0, settled: 0, owed: 0 }])
  })

  it('by an inspection is never more than what was paid', async () => {
    await office.advanceTo('2025-12-02')
    const asked = (overpaidFen: number) => office.call(staff.bureauClerk, routes.openRecovery, { body: { benefitId, cause: 'ERROR', ground: '核查发现录入有误', months: [{ month: '2025-11', overpaidFen }] } })
    expect((await asked(63001)).body).toMatchObject({ code: 'overpaid-more-than-paid', errors: [{ field: 'months.0.overpaidFen' }] })
    expect((await asked(40000)).body.number).toMatch(/^XS-SAR-/)
    expect((await asked(23001)).body).toMatchObject({ code: 'overpaid-more-than-paid', detail: expect.stringContaining('已登记追回 400.00 元') })
    expect((await asked(23000)).status).toBe(200)
  })
})

describe('the agreement', () => {
  it('keeps within the share of the month’s pay, and begins by another', async () => {
    const walk = await notified()
    const agree = { way: 'OFFSET', agreedOn: await today(), remark: '同意逐月抵扣' }
    expect((await walk.act(staff.clerk, routes.agreeRecovery, { ...agree, monthlyOffsetFen: 12601 })).body).toMatchObject({ code: 'offset-too-much', detail: '每月抵扣不得超过当月保障金的 20%，即 126.00 元，请调低。' })
    expect((await walk.act(staff.clerk, routes.agreeRecovery, agree)).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'monthlyOffsetFen' }] })
    await walk.must(staff.clerk, routes.agreeRecovery, { ...agree, monthlyOffsetFen: 12600 })
    expect((await walk.act(staff.head, routes.startRepaying, { opinion })).body).toMatchObject({ code: 'recovery-way' })
    expect((await walk.act(staff.clerk, routes.startOffsetting, { opinion })).body).toMatchObject({ code: 'not-permitted' })
    await walk.must(staff.head, routes.startOffsetting, { opinion })
    expect((await walk.row()).state).toBe('OFFSETTING')
  })

  it('to repay adds up to what is owed and names the next day', async () => {
    const walk = await notified()
    const day = await today()
    const agree = (...instalments: [string, number][]) => ({ way: 'REPAY', agreedOn: day, remark: '分期退款', instalments: instalments.map(([dueOn, amountFen]) => ({ dueOn, amountFen })) })
    expect((await walk.act(staff.clerk, routes.agreeRecovery, agree(['2026-01-10', 30000], ['2026-02-10', 10000]))).body).toMatchObject({ code: 'instalments-do-not-add-up' })
    expect((await walk.act(staff.clerk, routes.agreeRecovery, agree(['2026-02-10', 30000], ['2026-01-10', 20000]))).body).toMatchObject({ code: 'instalments-do-not-add-up' })
    await walk.must(staff.clerk, routes.agreeRecovery, agree(['2026-01-10', 30000], ['2026-02-10', 20000]))
    await walk.must(staff.head, routes.startRepaying, { opinion })
    const due = async () => (await office.call(staff.clerk, routes.getRecovery, { params: { id: walk.id } })).body.dueOn
    expect(await due()).toBe('2026-01-10')
    await walk.must(staff.finance, routes.recordRepayment, { amountFen: 30000, receipt: '0001', paidOn: day })
    expect(await due()).toBe('2026-02-10')
    expect((await walk.act(staff.finance, routes.recordRepayment, { amountFen: 100, receipt: '0001', paidOn: day })).body).toMatchObject({ code: 'receipt-booked' })
    expect((await walk.act(staff.finance, routes.recordRepayment, { amountFen: 20001, receipt: '0002', paidOn: day })).body).toMatchObject({ code: 'repayment-too-much' })
    await walk.must(staff.finance, routes.recordRepayment, { amountFen: 20000, receipt: '0002', paidOn: day })
    expect(await walk.row()).toEqual({ state: 'SETTLED', due: 50000, settled: 50000, owed: 0 })
    expect((await walk.act(staff.finance, routes.recordRepayment, { amountFen: 100, receipt: '0003', paidOn: day })).body).toMatchObject({ code: 'recovery-not-open' })
  })
})

describe('what is kept back', () => {
  it('is booked once a line; what waits at the bank is not repaid besides', async () => {
    const walk = await offsetting()
    const line = await aLine(office, { benefitId, month: '2026-01', amountFen: 63000, offsetFen: 12600, recoveryId: walk.id, state: 'SENT' })
    expect((await walk.act(staff.finance, routes.recordRepayment, { amountFen: 37401, receipt: 'A1', paidOn: await today() })).body).toMatchObject({ code: 'repayment-too-much', detail: expect.stringContaining('126.00 元正在发放中抵扣') })
    expect((await walk.act(staff.director, routes.writeOffRecovery, { opinion, document: '西财社〔2025〕8号', documentOn: await today() })).body).toMatchObject({ code: 'offset-under-way' })
    await book(walk.id, line, 12600)
    await book(walk.id, line, 12600)
    expect(await walk.row()).toEqual({ state: 'OFFSETTING', due: 50000, settled: 12600, owed: 37400 })
    await walk.must(staff.director, routes.writeOffRecovery, { opinion, document: '西财社〔2025〕8号', documentOn: await today() })
    expect(await walk.row()).toEqual({ state: 'WRITTEN_OFF', due: 50000, settled: 50000, owed: 0 })
  })

  it('goes back to the household when the finding was withdrawn meanwhile', async () => {
    const walk = await offsetting()
    const [booked, under] = [await aLine(office, { benefitId, month: '2026-02', amountFen: 63000, offsetFen: 12600, recoveryId: walk.id, state: 'PAID' }), await aLine(office, { benefitId, month: '2026-03', amountFen: 63000, offsetFen: 12600, recoveryId: walk.id, state: 'SENT' })]
    await book(walk.id, booked, 12600)
    await walk.must(staff.head, routes.withdrawRecovery, { reason: '复核后发现未多发' })
    await book(walk.id, under, 12600)
    expect(await walk.row()).toEqual({ state: 'WITHDRAWN', due: 0, settled: 0, owed: 0 })
    expect(await office.sql(`select kind, cause_kind, amount_fen::int as fen from payable where cause_id in ($1, $2) order by cause_id = $2`, [walk.id, under])).toEqual([
      { kind: 'ADJUST', cause_kind: 'CORRECTION', fen: 12600 },
      { kind: 'ADJUST', cause_kind: 'CORRECTION', fen: 12600 },
    ])
  })
})

describe('fraud', () => {
  it('has a fine of one to three times what was had (649 §68), which is told and not owed here', async () => {
    const walk = await notified({ cause: 'FRAUD' })
    const fine = (amountFen: number) => walk.act(staff.head, routes.recordFine, { amountFen, document: '西民罚〔2025〕1号', finedOn: '2025-12-01' })
    for (const amountFen of [49999, 150001]) expect((await fine(amountFen)).body).toMatchObject({ code: 'fine-out-of-range' })
    expect((await fine(150000)).status).toBe(200)
    expect(await walk.row()).toMatchObject({ due: 50000, owed: 50000 })
    expect((await (await notified()).act(staff.head, routes.recordFine, { amountFen: 50000, document: '西民罚〔2025〕1号', finedOn: '2025-12-01' })).body).toMatchObject({ code: 'fine-without-fraud' })
  })
})

describe('the lists', () => {
  it('show what is owed by street, to whoever may see it', async () => {
    const totals = (await office.call(staff.finance, routes.sumRecoveries, { query: { owed: 'true' } })).body
    expect(totals.owedFen).toBe(totals.dueFen - totals.settledFen)
    expect(totals.streets).toMatchObject([{ name: '西苑街道', owedFen: totals.owedFen }])
    const { rows } = (await office.call(staff.clerk, routes.findRecoveries, { query: { q: '多领', limit: 2 } })).body
    expect(rows).toHaveLength(2)
    expect((await office.call(staff.clerk, routes.findRecoveries, { query: { q: rows[0]?.number } })).body.rows).toMatchObject([{ id: rows[0]?.id }])
    expect((await office.call(staff.neighbour, routes.findRecoveries, {})).body.rows).toEqual([])
  })

  it('print the notice as PDF and as Word', async () => {
    const walk = await found()
    const pdf = await office.call(staff.clerk, routes.printRecoveryNotice, { params: { id: walk.id }, query: { format: 'pdf' } })
    const word = await office.call(staff.clerk, routes.printRecoveryNotice, { params: { id: walk.id }, query: { format: 'docx' } })
    expect([pdf.status, word.status]).toEqual([200, 200])
  })

  it('say what may be done next', async () => {
    const walk = await found()
    const actions = async (reader = staff.clerk) => (await office.call(reader, routes.getRecovery, { params: { id: walk.id } })).body
    expect(await actions()).toMatchObject({ actions: ['notify'], mayRepay: false, monthlyFen: 63000, mostOffsetFen: 12600, reservedFen: 0 })
    expect(await actions(staff.finance)).toMatchObject({ actions: [], mayRepay: true })
    expect((await office.call(staff.clerk, routes.findTasks)).body.tasks).toEqual(expect.arrayContaining([expect.objectContaining({ state: '待告知', path: `/social-assistance/recoveries/${walk.id}` })]))
  })
})

/** One thing that may happen to a recovery; what is refused changes nothing. */
const happening = fc.oneof(
  fc.record({ what: fc.constant('repay' as const), fen: fc.integer({ min: 1, max: 30000 }) }),
  fc.record({ what: fc.constant('book' as const), fen: fc.integer({ min: 1, max: 30000 }) }),
  fc.record({ what: fc.constantFrom('bookAgain', 'withdraw', 'writeOff', 'court'), fen: fc.constant(0) }),
)

describe('whatever happens in whatever order', () => {
  let months = 0
  it('what is due is what is settled and what is owed, to the fen, and the household is out of pocket by no more than that', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 8 }), async (happenings) => {
        const walk = await offsetting(12600)
        let taken = 0
        let [lastLine, lastFen] = ['', 0]
        for (const [at, { what, fen }] of happenings.entries()) {
          const { state } = await walk.row()
          if (what === 'repay') taken += (await walk.act(staff.finance, routes.recordRepayment, { amountFen: fen, receipt: `R${at}`, paidOn: await today() })).status === 200 ? fen : 0
          if (what === 'book') {
            lastLine = await aLine(office, { benefitId, month: addToMonth('2030-01', months++), amountFen: 63000, offsetFen: fen, recoveryId: walk.id, state: 'PAID' })
            lastFen = fen
            await book(walk.id, lastLine, fen)
            taken += fen
          }
          if (what === 'bookAgain' && lastLine !== '') await book(walk.id, lastLine, lastFen)
          if (what === 'withdraw') await walk.act(staff.head, routes.withdrawRecovery, { reason: '复核后发现未多发' })
          if (what === 'writeOff') await walk.act(staff.director, routes.writeOffRecovery, { opinion, document: '西财社〔2025〕8号', documentOn: await today() })
          if (what === 'court' && state !== 'SETTLED') await walk.act(staff.director, routes.takeRecoveryToCourt, { court: '西山区人民法院', reason: '拒不退款，移送' })
        }
        const { state, due, settled, owed } = await walk.row()
        expect([due, owed >= 0]).toEqual([settled + owed, true])
        expect(await brokenSums((sql, parameters) => office.sql(sql, parameters))).toEqual([])
        const [back] = await office.sql<{ fen: number }>(
          `select coalesce(sum(p.amount_fen), 0)::int as fen from payable p where p.cause_id = $1 or p.cause_id in (select line_id from recovery_entry where recovery_id = $1)`,
          [walk.id],
        )
        const [writtenOff] = await office.sql<{ fen: number }>(`select coalesce(sum(amount_fen), 0)::int as fen from recovery_entry where recovery_id = $1 and kind = 'WRITTEN_OFF'`, [walk.id])
        expect([state, taken - (back?.fen ?? 0)]).toEqual([state, settled - (writtenOff?.fen ?? 0)])
      }),
      { numRuns: 15 },
    )
  }, 120_000)
})
