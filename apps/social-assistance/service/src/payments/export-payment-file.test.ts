import { JobCancelled, LongJobs, UnitOfWork, readSheetCells } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Benefit } from '../benefits/benefit.entity'
import { holdLines } from '../disbursements/hold-lines'
import { BULK_ID } from '../testing/benefits-in-bulk'
import { openOffice, staff, type Office } from '../testing/office'
import { ExportPaymentFile } from './export-payment-file'
import { PaymentWalk, accountOf, documentOf, payingOffice } from '../testing/payment-walk'

let office: Office
let walk: PaymentWalk
beforeEach(async () => {
  office = await openOffice()
  await payingOffice(office, 6)
  walk = await new PaymentWalk(office).signed()
}, 60_000)
afterEach(() => office.close())

const benefitOf = (number: number) => BULK_ID('benefit', number)

describe('the payment file', () => {
  it('of the treasury has a head with its digest, a line each with the account, and a trailer', async () => {
    expect((await walk.export()).status).toBe(200)
    const { files, state } = await walk.payment()
    expect(state).toBe('EXPORTED')
    expect(files).toMatchObject([{ number: 1, sent: { count: 6 }, open: { count: 6 }, recipient: '区财政国库', sentOn: null }])
    const lines = new TextDecoder('gb18030').decode(await walk.content()).split('\r\n')
    expect(lines[0]).toBe(`H|${files[0]?.name}|SUBSISTENCE_ALLOWANCE|2025-10|6|${files[0]?.sent.fen}|${files[0]?.digest}`)
    expect(lines[1]).toMatch(/^D\|1\|person-\d+\|[^|]+\|62236900\d{8}\|云南农信西山支行\|\d+\|最低生活保障金2025年10月$/)
    expect(lines[7]).toBe(`T|6|${files[0]?.sent.fen}`)
    expect((await walk.read(await walk.returned())).body).toMatchObject({ code: 'action-out-of-state', detail: expect.stringContaining('发放文件已生成，待送达') })
  })

  it('of the bank is a workbook with its titles, whole numbers and whole accounts', async () => {
    await walk.export('XLSX')
    const cells = await readSheetCells(await walk.content())
    expect(cells[0]?.[0]).toBe('昆明市西山区民政局2025年10月最低生活保障金发放表')
    expect(cells[1]?.[0]).toMatch(/^文件编号：XS-\w+-2025-\d{6}-01　共 6 笔，合计 2,421\.00 元$/)
    expect(cells[2]).toEqual(['序号', '姓名', '身份证号码', '一卡通账号', '开户银行', '金额（元）', '摘要'])
    const row = cells.find((one) => one[1] === '李秀英1')
    expect(row?.slice(2)).toEqual([documentOf(1), accountOf(1), '云南农信西山支行', '401', '最低生活保障金2025年10月'])
    expect(cells).toHaveLength(9)
  })

  it.each(['PIPE', 'XLSX'] as const)('has the same bytes (%s) whenever it is taken again, whatever became of template and household', async (format) => {
    await walk.export(format)
    const first = await walk.content()
    const [template] = (await office.call(staff.finance, routes.findPaymentTemplates)).body.filter((one) => one.format === format)
    if (!template) throw new RangeError('no template')
    const { id, version, assumed: _assumed, files: _files, retiredOn: _retired, ...input } = template
    expect((await office.call(staff.bureauClerk, routes.changePaymentTemplate, { params: { id }, body: { ...input, version, titles: [], encoding: 'UTF-8', codes: [{ code: 'OK', meaning: '好', paid: true }] } })).status).toBe(200)
    await office.sql(`set session_replication_role = replica; update household set bank = '另一家', account_holder = '别人'; set session_replication_role = default`)
    expect((await walk.content()).equals(first)).toBe(true)
    expect(await office.sql(`select count(*)::int as n from audit_entry where action = 'downloadPaymentFile' and actor_name = $1`, [staff.finance.name])).toEqual([{ n: 2 }])
  })

  it('is not handed out whole when a sending was tampered with', async () => {
    await walk.export()
    await office.sql(`update disbursement_attempt set amount_fen = amount_fen + 1 where seq = 2`)
    await expect(walk.content()).rejects.toThrow(/terminated|socket|aborted|other side/i)
  })

  it('is finance’s: not the maker’s, not the reader’s; the bytes are finance’s alone', async () => {
    for (const actor of [staff.bureauClerk, staff.director, staff.discipline]) expect((await walk.export('PIPE', actor)).body).toMatchObject({ status: 403 })
    const maker = { ...staff.bureauClerk, roles: ['BU_CLERK', 'FINANCE'] as const }
    expect((await walk.export('PIPE', maker)).body).toMatchObject({ code: 'separation-of-duties' })
    await walk.export()
    expect((await office.call(staff.bureauClerk, routes.downloadPaymentFile, { params: { id: (await walk.file()).id } })).status).toBe(403)
  })

  it('leaves out what is held, whose payee is dead, and what has no account, each where it belongs', async () => {
    await office.sql(`insert into benefit_hold (id, division_code, benefit_id, ground, because, from_month, placed_on, placed_by) select gen_random_uuid(), division_code, id, 'OTHER', '测试', '2025-10', '2025-09-30', '甲' from benefit where id = ${benefitOf(1)}`)
    await office.sql(`insert into known_death (id, division_code, person_key, died_on, known_on, source, state, revision, day_revision) values (gen_random_uuid(), '530112', 'person-2', '2025-09-01', '2025-09-30', 'police', 'KNOWN', 1, 1)`)
    await office.sql(`insert into known_death (id, division_code, person_key, died_on, known_on, source, state, revision, day_revision) values (gen_random_uuid(), '530112', 'person-4', '2025-10-02', '2025-10-03', 'police', 'KNOWN', 1, 1)`)
    await office.sql(`set session_replication_role = replica; update disbursement_line set account_number_sealed = null, bank = null, account_holder = null where benefit_id = ${benefitOf(3)}; update household set account_number_sealed = null where id = ${BULK_ID('household', 3)}; update disbursement_batch set approved_digest = null; set session_replication_role = default`)
    await expect(walk.export()).rejects.toThrow('明细与签批时不一致')
    await signAnew()
    expect((await walk.export()).status).toBe(200)
    expect(await walk.lineStates()).toEqual({ HELD: 2, CANCELLED: 1, SENT: 3 })
    expect(await office.sql(`select state, state_because as because from disbursement_line where state <> 'SENT' order by state_because`)).toEqual(
      expect.arrayContaining([{ state: 'HELD', because: '待遇已缓发' }, { state: 'HELD', because: '收款人死亡信息待核实' }, { state: 'CANCELLED', because: '没有银行账户，转以后批次补发' }]),
    )
    expect(await office.sql(`select kind, cause_kind, month, amount_fen::int as fen from payable where benefit_id = ${benefitOf(3)}`)).toEqual([{ kind: 'ARREARS', cause_kind: 'CORRECTION', month: '2025-10', fen: 40300 }])
    const { files, comparisons } = await walk.payment()
    expect(files[0]?.sent.count).toBe(3)
    expect(comparisons.slice(0, 3).map(({ agrees }) => agrees)).toEqual([true, true, true])
  })

  it('is refused when the lines are not those that were signed', async () => {
    await office.sql(`set session_replication_role = replica; update disbursement_line set account_holder = '冒名' where benefit_id = ${benefitOf(1)}; set session_replication_role = default`)
    await expect(walk.export()).rejects.toThrow('明细与签批时不一致')
    expect(await walk.lineStates()).toEqual({ PENDING: 6 })
  })

  it('is made once by two who ask at the same moment', async () => {
    const colleague = { ...staff.finance, id: crypto.randomUUID(), name: '另一位财务' }
    const body = { version: walk.version, templateId: await walk.templateId() }
    const jobs = await Promise.all([staff.finance, colleague].map(async (actor) => (await office.call(actor, routes.exportPaymentFile, { params: { id: walk.id }, body })).body.id))
    await Promise.all(jobs.map((id) => office.app.get(LongJobs).run(id)))
    expect((await office.sql<{ state: string }>(`select state from job_run where id = any($1) order by state`, [jobs])).map(({ state }) => state)).toEqual(['done', 'failed'])
    expect(await office.sql(`select (select count(*)::int from payment_file) as files, (select count(*)::int from disbursement_attempt) as sendings`)).toEqual([{ files: 1, sendings: 6 }])
  })

  it('broken off between two chunks leaves nothing, and is whole when the job comes again', async () => {
    const job = office.app.get(ExportPaymentFile)
    const input = { batchId: walk.id, version: walk.version, templateId: await walk.templateId(), fileId: crypto.randomUUID() }
    const progress = { report: () => Promise.reject(new JobCancelled()), checkpoint: () => undefined, saveCheckpoint: () => Promise.resolve() }
    await expect(job.run(staff.finance, input, progress)).rejects.toBeInstanceOf(JobCancelled)
    expect(await walk.lineStates()).toEqual({ PENDING: 6 })
    expect(await office.sql('select count(*)::int as n from disbursement_attempt')).toEqual([{ n: 0 }])
    const whole = { ...progress, report: () => Promise.resolve() }
    await job.run(staff.finance, input, whole)
    await job.run(staff.finance, input, whole)
    expect(await office.sql(`select (select count(*)::int from payment_file) as files, (select count(*)::int from disbursement_attempt) as sendings`)).toEqual([{ files: 1, sendings: 6 }])
  })

  it('and a hold placed at the same moment: the line is in the file or held, never both', async () => {
    const hold = (number: number) =>
      office.app.get(UnitOfWork).perform(staff.bureauClerk, async (work) => {
        const [benefit] = await work.query<{ id: string }>(`select ${benefitOf(number)} as id`)
        await work.get(Benefit, benefit?.id ?? '')
        return holdLines(work, benefit?.id ?? '', '同时缓发')
      })
    const [, ...held] = await Promise.all([walk.export(), ...[1, 2, 3, 4, 5].map(hold)])
    const lines = await office.sql<{ state: string; sendings: number }>(`select l.state, (select count(*)::int from disbursement_attempt a where a.line_id = l.id) as sendings from disbursement_line l`)
    for (const { state, sendings } of lines) expect([state, sendings]).toEqual(state === 'HELD' ? ['HELD', 0] : ['SENT', 1])
    expect(lines.filter(({ state }) => state === 'HELD')).toHaveLength(held.reduce((sum, { count }) => sum + count, 0))
  })
})

/** The director's signature over lines that a test has altered. */
async function signAnew(): Promise<void> {
  const { digestOfLines } = await import('../disbursements/lines-digest')
  const digest = await office.app.get(UnitOfWork).perform(staff.director, (work) => digestOfLines(work, walk.id))
  await office.sql(`set session_replication_role = replica; update disbursement_batch set approved_digest = '${digest}'; set session_replication_role = default`)
}
