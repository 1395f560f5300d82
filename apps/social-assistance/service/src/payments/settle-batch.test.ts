import { addToMonth, firstDayOf } from '@xishan/domain'
import { routes } from '@xishan/social-assistance-contract'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openOffice, staff, type Office } from '../testing/office'
import { PaymentWalk, payingOffice, type Said } from '../testing/payment-walk'

describe('the account of a batch', () => {
  let office: Office
  let walk: PaymentWalk
  beforeEach(async () => {
    office = await openOffice()
    await payingOffice(office, 4)
    walk = await (await new PaymentWalk(office).signed()).exported()
  }, 60_000)
  afterEach(() => office.close())
  const act = async (route: typeof routes.reconcileBatch | typeof routes.closeBatch, actor = staff.finance) => (await walk.payment(), walk.act(actor, route))

  it('is not reconciled while the bank owes answers, with the reason on the button and in the refusal', async () => {
    await walk.read(await walk.returned((seq) => (seq === 4 ? null : {})))
    const { actions } = await walk.payment()
    expect(actions.find(({ action }) => action === 'reconcile')?.blockedBy).toBe('有 1 笔没有回盘结果。')
    expect((await act(routes.reconcileBatch)).body).toMatchObject({ code: 'reconcile-does-not-agree', detail: '有 1 笔没有回盘结果。请处理后再对账。' })
  })

  it('is not reconciled while a row waits for a word, and is when it was said', async () => {
    await walk.read(await walk.returned((seq) => (seq === 4 ? { amountFen: 1 } : {})))
    await walk.read(await walk.returned((seq) => (seq === 4 ? {} : null)))
    expect((await act(routes.reconcileBatch)).body).toMatchObject({ detail: expect.stringContaining('有 1 行回盘未对上、未处理') })
    const [row] = (await office.call(staff.finance, routes.findReturnRows, {})).body.rows
    await office.call(staff.finance, routes.resolveReturnRow, { params: { id: row?.returnFileId ?? '', row: String(row?.rowNumber) }, body: { outcome: 'NONE', resolution: '银行已更正，以第二份回盘为准' } })
    expect((await act(routes.reconcileBatch)).status).toBe(200)
    expect((await walk.payment()).comparisons.map(({ agrees }) => agrees)).toEqual([true, true, true, true, true])
  })

  it('tells to the fen when the books were tampered with', async () => {
    await walk.read(await walk.returned())
    await office.sql(`set session_replication_role = replica; update disbursement_attempt set amount_fen = amount_fen + 7 where seq = 1; set session_replication_role = default`)
    expect((await act(routes.reconcileBatch)).body.detail).toMatch(/“各发放文件合计”与“送出明细合计”相差 -0\.07 元/)
  })

  it('is reconciled with failed lines and closed only without; they may still be sent again', async () => {
    await walk.read(await walk.returned((seq) => (seq === 2 ? { code: '1001' } : {})))
    expect((await act(routes.reconcileBatch)).status).toBe(200)
    expect((await act(routes.closeBatch)).body).toMatchObject({ code: 'close-not-settled', detail: '有 1 笔发放失败未重发、未退出。请处理后再关账。' })
    const [line] = await walk.failures()
    await office.call(staff.bureauClerk, routes.proposeCorrection, { params: { id: line?.id ?? '' }, body: { way: 'SAME_ACCOUNT', reason: '银行确认可以重发' } })
    await walk.payment()
    await walk.must(staff.finance, routes.resendFailedLines, { lineIds: [line?.id] })
    await walk.must(staff.finance, routes.registerPaymentSent)
    await walk.read(await walk.returned())
    expect((await act(routes.reconcileBatch)).status).toBe(200)
    expect((await act(routes.closeBatch)).status).toBe(200)
    expect(await walk.lineStates()).toEqual({ PAID: 3, REISSUED: 1 })
  })

  it('once closed never changes, by nobody; only what was held goes over into arrears', async () => {
    await walk.read(await walk.returned())
    await act(routes.reconcileBatch)
    await act(routes.closeBatch)
    const { body } = await walk.read(await walk.returned((seq) => ({ code: '1001', reference: `X-${seq}` })))
    expect(body).toMatchObject({ code: 'action-out-of-state', detail: expect.stringContaining('已关账') })
    for (const change of [
      `update disbursement_line set state = 'FAILED' where seq = 1`,
      `update disbursement_attempt set state = 'FAILED' where seq = 1`,
      `update disbursement_batch set total_fen = 0`,
      `update return_row set resolution = 'x'`,
    ])
      await expect(office.sql(change), change).rejects.toMatchObject({ code: 'XA003' })
    expect(await office.sql(`select input->'lines'->'PAID'->>'count' as paid from case_step where action = 'close'`)).toEqual([{ paid: '4' }])
  })

  it('is finance’s, one after the other', async () => {
    await walk.read(await walk.returned())
    for (const actor of [staff.bureauClerk, staff.head, staff.director]) expect((await act(routes.reconcileBatch, actor)).status).toBe(403)
    await walk.payment()
    const answers = await Promise.all([walk.act(staff.finance, routes.reconcileBatch), walk.act(staff.finance, routes.reconcileBatch)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })
})

describe('whatever the bank answers', () => {
  let office: Office
  let walk: PaymentWalk
  let month = 0
  beforeAll(async () => {
    office = await openOffice()
    await payingOffice(office, 5)
  }, 60_000)
  afterAll(() => office.close())

  const said = fc.oneof(
    { weight: 4, arbitrary: fc.constant<Said>({}) },
    { weight: 2, arbitrary: fc.constantFrom<Said>({ code: '1001' }, { code: '9999' }) },
    { weight: 1, arbitrary: fc.constantFrom<Said>({ code: '7777' }, { amountFen: 5 }, { seq: 99 }) },
    { weight: 1, arbitrary: fc.constant(null) },
  )
  const decisions = fc.array(fc.constantFrom('resend', 'out-owed', 'out', 'leave'), { minLength: 5, maxLength: 5 })

  it('paid, failed, held and given up together are the batch, always', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(said, { minLength: 5, maxLength: 5 }), fc.array(said, { minLength: 5, maxLength: 5 }), decisions, async (first, second, decided) => {
        month += 1
        await office.sql(`set session_replication_role = replica; delete from payable; set session_replication_role = default`)
        const paying = addToMonth('2025-09', month)
        await office.advanceTo(firstDayOf(paying))
        walk = await new PaymentWalk(office).signed(paying)
        const whole = (await walk.payment()).lines.reduce((sum, { fen }) => sum + fen, 0)
        await walk.export()
        await walk.must(staff.finance, routes.registerPaymentSent)
        const adds = async () => {
          const { lines, comparisons } = await walk.payment()
          expect(lines.reduce((sum, { fen }) => sum + fen, 0)).toBe(whole)
          expect([comparisons[0], comparisons[1], comparisons[2], comparisons[4]].every((one) => one?.agrees)).toBe(true)
        }
        for (const answers of [first, second]) {
          await walk.read(await walk.returned((seq) => answers[seq - 1] ?? null))
          await adds()
        }
        for (const [at, line] of (await walk.failures()).entries()) {
          if (decided[at] === 'resend') await office.call(staff.bureauClerk, routes.proposeCorrection, { params: { id: line.id }, body: { way: 'SAME_ACCOUNT', reason: '银行确认可以重发' } })
          if (decided[at]?.startsWith('out')) await office.call(staff.finance, routes.takeOutFailedLine, { params: { id: line.id }, body: { reason: '本户联系不上', owed: decided[at] === 'out-owed' } })
        }
        await adds()
        const lineIds = (await walk.failures()).filter(({ correction }) => correction).map(({ id }) => id)
        if (lineIds.length > 0) {
          await walk.must(staff.finance, routes.resendFailedLines, { lineIds })
          await walk.must(staff.finance, routes.registerPaymentSent)
          await walk.read(await walk.returned())
        }
        await adds()
        const paid = await office.sql<{ n: number }>(`select count(*)::int as n from disbursement_attempt where state in ('SENT', 'PAID') group by line_id having count(*) > 1`)
        expect(paid).toEqual([])
      }),
      { numRuns: 8 },
    )
  }, 180_000)
})
