import { routes, type ReturnProblem } from '@xishan/social-assistance-contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openOffice, staff, type Office } from '../testing/office'
import { PaymentWalk, payingOffice, type Said } from '../testing/payment-walk'

let office: Office
let walk: PaymentWalk
beforeEach(async () => {
  office = await openOffice()
  await payingOffice(office, 6)
  walk = await (await new PaymentWalk(office).signed()).exported()
}, 60_000)
afterEach(() => office.close())

const openRows = async () => (await office.call(staff.finance, routes.findReturnRows, { query: { batchId: walk.id } })).body.rows
const sums = () => office.sql(`select state, count(*)::int as n, sum(amount_fen)::int as fen from disbursement_attempt group by state order by state`)
const resolve = (rowNumber: number, returnFileId: string, body: object, actor = staff.finance) =>
  office.call(actor, routes.resolveReturnRow, { params: { id: returnFileId, row: String(rowNumber) }, body: { outcome: 'NONE', resolution: '已与收款单位电话核对', ...body } })

describe('a return file', () => {
  it('is looked at first without a trace', async () => {
    const bytes = await walk.returned((seq) => (seq === 2 ? { code: '1001', result: '户名不符' } : seq === 5 ? null : {}))
    const { body } = await walk.preview(bytes)
    expect(body).toMatchObject({ rowCount: 5, paidCount: 4, failedCount: 1, unmatchedCount: 0, knownCount: 0, stillOpen: 1, rows: [] })
    expect(body.paidFen + body.failedFen).toBeGreaterThan(0)
    expect(await walk.lineStates()).toEqual({ SENT: 6 })
  })

  it('books who was paid and who was not, with the bank’s words and a clock', async () => {
    expect((await walk.read(await walk.returned((seq) => (seq === 2 ? { code: '1001' } : {})))).status).toBe(200)
    expect(await walk.lineStates()).toEqual({ PAID: 5, FAILED: 1 })
    expect(await office.sql(`select state_because from disbursement_line where state = 'FAILED'`)).toEqual([{ state_because: '账号户名不符' }])
    expect(await office.sql(`select state, code, paid_on::text as on, bank_reference as reference from disbursement_attempt where seq = 1`)).toEqual([{ state: 'PAID', code: '0000', on: '2025-10-28', reference: expect.stringMatching(/-01-1$/) }])
    expect((await walk.payment()).failed).toMatchObject({ count: 1, proposed: 0, dueOn: '2025-10-21', light: 'green' })
  })

  it('may come in any order and in parts', async () => {
    const lines = (await walk.returned((seq) => (seq <= 4 ? {} : null))).toString().split('\r\n')
    const [head, ...rest] = lines
    const reordered = Buffer.from([head, ...rest.slice(0, 4).toReversed(), ...rest.slice(4)].join('\r\n'))
    expect((await walk.read(reordered)).status).toBe(200)
    expect(await walk.lineStates()).toEqual({ PAID: 4, SENT: 2 })
    expect((await walk.read(await walk.returned((seq) => (seq > 4 ? {} : null)))).status).toBe(200)
    expect(await walk.lineStates()).toEqual({ PAID: 6 })
  })

  it('read again changes nothing and says so; with other bytes and the same words too', async () => {
    const bytes = await walk.returned()
    await walk.read(bytes)
    const before = await sums()
    const again = await walk.read(bytes)
    expect(again.body).toMatchObject({ status: 409, code: 'return-known', detail: expect.stringContaining('李雪松') })
    const [head, ...rest] = bytes.toString().split('\r\n')
    const reordered = await walk.read(Buffer.from([head, ...rest.slice(0, 6).toReversed(), ...rest.slice(6)].join('\r\n')))
    expect(reordered.body).toMatchObject({ code: 'return-nothing-new', detail: expect.stringContaining('6 行') })
    expect(await sums()).toEqual(before)
  })

  it('read by two at the same moment is booked once', async () => {
    const bytes = await walk.returned((seq) => (seq === 1 ? { code: '9999' } : {}))
    const colleague = { ...staff.finance, id: crypto.randomUUID(), name: '另一位财务' }
    const answers = await Promise.all([walk.read(bytes), walk.read(bytes, { actor: colleague })])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toMatch(/^return-known$|^stale-version$/)
    expect(await office.sql(`select (select count(*)::int from return_file) as files, (select count(*)::int from return_row) as rows`)).toEqual([{ files: 1, rows: 6 }])
  })

  it('is not booked when it is not the one that was looked at', async () => {
    const { id } = await walk.file()
    const { body: preview } = await walk.preview(await walk.returned())
    const other = await walk.returned((seq) => (seq === 1 ? { code: '1001' } : {}))
    const answer = await office.call(staff.finance, routes.readReturn, { params: { id }, body: { version: walk.version, digest: preview.digest }, file: { name: 'a.txt', type: 'text/plain', bytes: other } })
    expect(answer.body).toMatchObject({ code: 'return-changed' })
  })

  it('is nobody’s to read but finance’s', async () => {
    const { id } = await walk.file()
    for (const actor of [staff.bureauClerk, staff.director])
      expect((await office.call(actor, routes.previewReturn, { params: { id }, body: {}, file: { name: 'a.txt', type: 'text/plain', bytes: Buffer.from('x') } })).status).toBe(403)
  })
})

describe('a row that does not fit', () => {
  const CASES: readonly (readonly [ReturnProblem, string, Said, number])[] = [
    ['UNKNOWN_SEQ', 'a number that was never sent', { seq: 77 }, 5],
    ['AMOUNT_DIFFERS', 'another amount', { amountFen: 12_345 }, 5],
    ['UNKNOWN_CODE', 'a code nobody explained', { code: '7777' }, 5],
  ]
  it.each(CASES)('%s: %s is kept open, the others are booked', async (problem, _what, said, paid) => {
    expect((await walk.read(await walk.returned((seq) => (seq === 3 ? said : {})))).status).toBe(200)
    expect(await walk.lineStates()).toMatchObject({ PAID: paid })
    expect(await openRows()).toMatchObject([{ rowNumber: 4, problem }])
    expect((await walk.payment()).openRows).toBe(1)
  })

  it('DUPLICATE_SEQ: two rows that contradict each other are both left open', async () => {
    expect((await walk.read(await walk.returned((seq) => (seq === 3 ? { seq: 2, code: '1001', amountFen: 40_200 } : {})))).status).toBe(200)
    expect((await openRows()).map(({ problem, seq }) => [problem, seq])).toEqual([['DUPLICATE_SEQ', 2], ['DUPLICATE_SEQ', 2]])
    expect(await walk.lineStates()).toEqual({ PAID: 4, SENT: 2 })
  })

  it('DUPLICATE_REFERENCE: one payment of the bank is not two of ours', async () => {
    await walk.read(await walk.returned((seq) => (seq === 4 ? { reference: 'R-1' } : seq === 5 ? { reference: 'R-1' } : {})))
    expect(await openRows()).toMatchObject([{ problem: 'DUPLICATE_REFERENCE', seq: 5, bookable: false }])
  })

  it('ALREADY_RETURNED: another result for what is booked changes nothing by itself', async () => {
    await walk.read(await walk.returned((seq) => (seq === 1 ? {} : null)))
    await walk.read(await walk.returned((seq) => (seq === 1 ? { code: '1002' } : {})))
    expect(await openRows()).toMatchObject([{ problem: 'ALREADY_RETURNED', seq: 1 }])
    expect(await walk.lineStates()).toEqual({ PAID: 6 })
  })

  it('NAME_DIFFERS and an unknown code may be booked by a person’s word, once', async () => {
    await walk.read(await walk.returned((seq) => (seq === 3 ? { code: '7777' } : {})))
    const [row] = await openRows()
    if (!row) throw new RangeError('no row')
    expect(row).toMatchObject({ bookable: true, name: expect.any(String) })
    expect((await resolve(row.rowNumber, row.returnFileId, { outcome: 'PAID' })).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'paidOn' }] })
    expect((await resolve(row.rowNumber, row.returnFileId, { outcome: 'PAID', paidOn: '2030-01-01' })).body).toMatchObject({ code: 'date-in-future' })
    expect((await resolve(row.rowNumber, row.returnFileId, { outcome: 'PAID', paidOn: '2025-09-30' }, staff.bureauClerk)).status).toBe(403)
    expect((await resolve(row.rowNumber, row.returnFileId, { outcome: 'PAID', paidOn: '2025-09-30' })).status).toBe(200)
    expect((await resolve(row.rowNumber, row.returnFileId, {})).body).toMatchObject({ code: 'return-row-resolved' })
    expect(await walk.lineStates()).toEqual({ PAID: 6 })
    expect((await office.call(staff.finance, routes.findReturnRows, { query: { standing: 'RESOLVED' } })).body.rows).toMatchObject([{ resolvedBy: '李雪松', resolution: '经核实已付款：已与收款单位电话核对' }])
  })

  it('with another amount is explained, never booked', async () => {
    await walk.read(await walk.returned((seq) => (seq === 3 ? { amountFen: 1 } : {})))
    const [row] = await openRows()
    if (!row) throw new RangeError('no row')
    expect((await resolve(row.rowNumber, row.returnFileId, { outcome: 'PAID', paidOn: '2025-09-30' })).body).toMatchObject({ code: 'return-row-not-bookable' })
    expect((await resolve(row.rowNumber, row.returnFileId, {})).status).toBe(200)
    expect(await walk.lineStates()).toEqual({ PAID: 5, SENT: 1 })
  })
})

it('a line that kept back an offset brings the recovery down when it is paid, once', async () => {
  const [line] = await office.sql<{ id: string; benefit_id: string; household_id: string }>(`select id, benefit_id, household_id from disbursement_line where seq = 1`)
  const recovery = crypto.randomUUID()
  await office.sql(`set session_replication_role = replica`)
  await office.sql(
    `insert into recovery (id, version, division_code, audit_head, audit_seq, number, state, state_since, benefit_id, household_id, applicant_name, cause, ground, cause_kind, cause_id, found_on, found_by, due_fen, debtor, way, monthly_offset_fen)
     values ($1, 1, '530112001001', 'x', 1, 'XS-SAC-2025-000001', 'OFFSETTING', '2025-09-01', $2, $3, '甲', 'ERROR', '测试', 'AUDIT', $1, '2025-09-01', '乙', 10000, '甲', 'OFFSET', 5000)`,
    [recovery, line?.benefit_id, line?.household_id],
  )
  await office.sql(`update disbursement_line set recovery_id = $1, offset_fen = 5000 where id = $2`, [recovery, line?.id])
  await office.sql(`update disbursement_attempt set amount_fen = amount_fen - 5000 where line_id = $1`, [line?.id])
  await office.sql(`set session_replication_role = default`)
  await walk.read(await walk.returned((seq) => (seq <= 2 ? {} : null)))
  await walk.read(await walk.returned())
  expect(await office.sql(`select kind, amount_fen::int as fen, month, line_id from recovery_entry where kind = 'OFFSET'`)).toEqual([{ kind: 'OFFSET', fen: 5000, month: '2025-10', line_id: line?.id }])
  expect(await office.sql(`select settled_fen::int as settled from recovery`)).toEqual([{ settled: 5000 }])
})
