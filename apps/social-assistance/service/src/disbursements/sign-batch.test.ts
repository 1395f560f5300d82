import { routes } from '@xishan/social-assistance-contract'
import { readPdf, someone } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BULK_ID, benefitsInBulk } from '../testing/benefits-in-bulk'
import { openOffice, staff, COMMUNITY, type Office } from '../testing/office'
import { BatchWalk } from './batch-walk.testing'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  await benefitsInBulk(office.sql, 20, { communities: [COMMUNITY] })
}, 60_000)
afterAll(() => office.close())

const opinion = '情况属实，同意'
const past = async (text: string) => {
  await office.sql(`set session_replication_role = replica`)
  await office.sql(text)
  await office.sql(`set session_replication_role = default`)
}
const raise = (number: number, fen: number, sequence: number) =>
  past(`insert into benefit_amount (benefit_id, from_month, division_code, amount_fen, member_count, reason, sequence) select benefit_id, '2025-09', division_code, ${fen}, member_count, '收入变化', ${sequence} from benefit_amount where benefit_id = ${BULK_ID('benefit', number)} and sequence = 1`)

describe('a month', () => {
  it('has one regular batch, and the next is proposed', async () => {
    const next = async () => (await office.call(staff.bureauClerk, routes.nextBatch)).body
    expect(await next()).toEqual({ month: '2025-09', firstOpenMonth: '2025-09', lastMonth: '2025-10' })
    const batch = await new BatchWalk(office).create('2025-09')
    const refused = async (month: string, kind = 'REGULAR') => (await office.call(staff.bureauClerk, routes.createBatch, { body: { kind, month } })).body.code
    expect(await refused('2025-09')).toBe('batch-exists')
    expect(await refused('2025-08')).toBe('batch-month-closed')
    expect(await refused('2025-11')).toBe('batch-month-ahead')
    expect(await next()).toMatchObject({ month: '2025-10' })
    const both = await Promise.all([1, 2].map(() => office.call(staff.bureauClerk, routes.createBatch, { body: { kind: 'REGULAR', month: '2025-10' } })))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    await office.sql(`update number_series set last = last where false`)
    await batch.must(staff.bureauClerk, routes.cancelBatch, { reason: '演练用批次' })
    expect((await (await new BatchWalk(office).create('2025-09')).detail()).state).toBe('DRAFT')
  })
})

describe('a batch', () => {
  let batch: BatchWalk
  beforeAll(async () => {
    await past(`update disbursement_batch set state = 'CANCELLED'`)
    batch = await (await new BatchWalk(office).create('2025-09')).calculate()
  })

  it('goes on only with funds that are its sum and with every finding answered', async () => {
    expect((await batch.act(staff.bureauClerk, routes.submitBatch)).body.code).toBe('findings-open')
    await batch.answerAll()
    expect((await batch.act(staff.bureauClerk, routes.submitBatch)).body).toMatchObject({ code: 'funds-differ', detail: expect.stringContaining('资金来源合计 0.00 元') })
    expect((await batch.act(staff.bureauClerk, routes.setFunds, { funds: [1, 2].map(() => ({ source: 'CITY', document: '昆财社1号', amountFen: 100 })) })).status).toBe(422)
    await batch.fund()
    expect((await batch.detail()).funds).toMatchObject([{ source: 'DISTRICT', document: '西财社〔2025〕18号' }])
    expect((await batch.detail()).actions).toContainEqual({ action: 'submit', label: '提交审核', adverse: false, blockedBy: null })
    await batch.must(staff.bureauClerk, routes.submitBatch)
    expect((await batch.act(staff.bureauClerk, routes.setFunds, { funds: [] })).body.code).toBe('batch-not-editable')
  })

  it('waits for one after another, each finding it among the things to do', async () => {
    const waiting = async (reader: typeof staff.head) => (await office.call(reader, routes.findTasks)).body.tasks.filter(({ id }) => id === batch.id).length
    expect([await waiting(staff.head), await waiting(staff.finance), await waiting(staff.director)]).toEqual([1, 0, 0])
    expect((await batch.act(staff.finance, routes.approveByFinance, { opinion })).body.code).toBe('action-out-of-state')
    await batch.must(staff.head, routes.approveBySection, { opinion })
    expect([await waiting(staff.head), await waiting(staff.finance)]).toEqual([0, 1])
  })

  it('takes one signature of one person', async () => {
    const both = { ...staff.head, roles: ['BU_HEAD', 'FINANCE'] as const }
    expect((await batch.act(both, routes.approveByFinance, { opinion })).body).toMatchObject({ status: 403, code: 'separation-of-duties' })
    const maker = { ...staff.bureauClerk, roles: ['BU_CLERK', 'FINANCE'] as const }
    expect((await batch.act(maker, routes.approveByFinance, { opinion })).body.code).toBe('separation-of-duties')
  })

  it('signed by two at once is signed by one, and the other is told who was first', async () => {
    const body = { version: batch.version, opinion }
    const answers = await Promise.all([staff.finance, someone('FINANCE', '530112', '赵会计')].map((who) => office.call(who, routes.approveByFinance, { params: { id: batch.id }, body })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const refused = answers.find(({ status }) => status === 409)?.body
    expect(refused).toMatchObject({ code: 'stale-version', detail: expect.stringMatching(/^(李雪松|赵会计)已于/) })
    expect((await batch.detail()).steps.filter(({ action }) => action === 'approveByFinance')).toHaveLength(1)
  })

  it('pressed twice is signed once', async () => {
    const body = { version: batch.version, opinion }
    const press = () => office.call(staff.approver, routes.approveByLeader, { params: { id: batch.id }, body, key: 'leader-signs-once' })
    const [first, second] = await Promise.all([press(), press()])
    expect([first.status, second.status, second.body.version]).toEqual([200, 200, first.body.version])
    expect((await batch.detail()).steps.filter(({ action }) => action === 'approveByLeader')).toHaveLength(1)
  })

  it('that would be calculated differently now is not signed: who, how many, and what to do is said', async () => {
    await raise(3, 12_300, 5)
    await past(`update household set account_holder = '新户名' where id = ${BULK_ID('household', 4)}`)
    expect((await batch.sign()).body).toMatchObject({ status: 409, code: 'batch-outdated', detail: expect.stringMatching(/有 2 户.*退回制表/) })
    await batch.must(staff.director, routes.sendBatchBack, { reason: '有两户情况变化，请重新计算' })
    expect(await batch.detail(staff.director)).toMatchObject({ state: 'CALCULATED', returnedBecause: '有两户情况变化，请重新计算' })
    expect((await batch.act(staff.bureauClerk, routes.submitBatch)).body.code).toBe('batch-outdated-draft')
  })

  it('calculated anew is signed: its lines are held by a digest and nothing of them changes', async () => {
    await batch.calculate()
    await batch.toDirector()
    expect((await batch.sign()).status).toBe(200)
    const signed = await batch.detail(staff.finance)
    expect(signed).toMatchObject({ state: 'APPROVED', approvedOn: '2025-09-30', approvedDigest: expect.stringMatching(/^[\da-f]{64}$/), editable: false })
    expect(signed.actions.map(({ action }) => action)).toEqual(['exportFile'])
    for (const route of [routes.calculateBatch, routes.cancelBatch, routes.submitBatch])
      expect((await batch.act(staff.bureauClerk, route, { reason: '想再改一改' })).body.code).toBe('action-out-of-state')
    await expect(office.sql(`delete from disbursement_line where batch_id = $1`, [batch.id])).rejects.toMatchObject({ code: 'XA002' })
  })

  it('closes its month: the next one is proposed, and what is left due goes into a supplementary batch', async () => {
    expect((await office.call(staff.bureauClerk, routes.nextBatch)).body).toMatchObject({ month: '2025-10', firstOpenMonth: '2025-10' })
    await office.sql(
      `insert into payable (id, division_code, benefit_id, household_id, kind, month, amount_fen, cause_kind, cause_id, cause, created_on, created_by)
       select gen_random_uuid(), division_code, id, household_id, 'ARREARS', '2025-09', 1234, 'BENEFIT_CHANGE', gen_random_uuid(), '收入减少，补发差额', '2025-09-30', '王春梅' from benefit where id in (${BULK_ID('benefit', 1)}, ${BULK_ID('benefit', 2)})`,
    )
    const extra = await (await new BatchWalk(office).create('2025-09', 'SUPPLEMENTARY')).calculate()
    expect(await extra.detail()).toMatchObject({ lines: 2, totalFen: 2468, sums: [{ kind: 'ARREARS', state: 'PENDING', lines: 2 }] })
    await (await new BatchWalk(office).create('2025-10')).calculate()
    const arrears = await office.sql(`select 1 from disbursement_line where kind = 'ARREARS' and state <> 'CANCELLED'`)
    expect(arrears).toHaveLength(2)
    await extra.must(staff.bureauClerk, routes.cancelBatch, { reason: '并入十月批次' })
  })

  it('held lines stay held, and a hold after the submission is no reason to pay', async () => {
    const [october] = await office.sql<{ id: string }>(`select id from disbursement_batch where month = '2025-10' and state = 'CALCULATED'`)
    const later = Object.assign(new BatchWalk(office), { id: october?.id ?? '' })
    await later.detail()
    await later.calculate()
    await later.toDirector()
    await past(`update disbursement_line set state = 'HELD', state_because = '情况核实中' where batch_id = '${later.id}' and benefit_id = ${BULK_ID('benefit', 9)}`)
    expect((await later.sign()).body).toMatchObject({ code: 'batch-outdated', detail: expect.stringContaining('有 1 户') })
    await past(`insert into benefit_hold (id, division_code, benefit_id, ground, because, from_month, placed_on, placed_by) values (gen_random_uuid(), '${COMMUNITY}', ${BULK_ID('benefit', 9)}, 'OTHER', '情况核实中', '2025-10', '2025-09-30', '李红梅')`)
    await later.must(staff.director, routes.sendBatchBack, { reason: '有一户缓发，请重新计算' })
    await later.calculate()
    await later.toDirector()
    expect((await later.sign()).status).toBe(200)
    expect(await later.detail()).toMatchObject({ heldLines: 1, state: 'APPROVED' })
  })

  it('gives its months back when it is given up', async () => {
    const first = await (await new BatchWalk(office).create('2025-09', 'SUPPLEMENTARY')).calculate()
    expect((await first.act(staff.bureauClerk, routes.submitBatch)).body.code).toBe('batch-empty')
    await first.must(staff.bureauClerk, routes.cancelBatch, { reason: '没有可发放的内容' })
    expect((await first.detail()).actions).toEqual([])
  })
})

describe('statistics and papers', () => {
  it('sum up what was signed by month, street and fund', async () => {
    const { body } = await office.call(staff.finance, routes.getMoney, { query: { from: '2025-01', to: '2025-12' } })
    const signed = await office.sql<{ sum: string }>(`select sum(l.pay_fen)::text as sum from disbursement_line l join disbursement_batch b on b.id = l.batch_id where b.state = 'APPROVED' and l.state = 'PENDING'`)
    expect(body.months.map(({ month }) => month)).toEqual(['2025-09', '2025-10'])
    const sum = body.months.reduce((total, { regularFen, otherFen }) => total + regularFen + otherFen, 0)
    expect([sum, body.streets.reduce((total, { payFen }) => total + payFen, 0), body.funds.reduce((total, { amountFen }) => total + amountFen, 0)]).toEqual([Number(signed[0]?.sum), sum, sum])
    expect(body.streets).toMatchObject([{ name: '西苑街道', households: 20 }])
  })

  it.each(['ROSTER', 'APPROVAL_SHEET'])('%s is printed as PDF and as Word, and the print is audited', async (kind) => {
    const [{ id } = { id: '' }] = await office.sql<{ id: string }>(`select id from disbursement_batch where state = 'APPROVED' and month = '2025-09'`)
    for (const format of ['pdf', 'docx']) expect((await office.call(staff.finance, routes.printBatchPaper, { params: { id, kind }, query: { format } })).status).toBe(200)
    expect(await office.sql(`select 1 from audit_entry where action = 'printPaper' and summary->>'of' = $1 and summary->>'paper' = $2`, [id, kind === 'ROSTER' ? '发放花名册' : '汇总审批表'])).toHaveLength(2)
  })

  it('a roster of one street has its lines and their sums alone; one that is too long says what to do instead', async () => {
    const [{ id } = { id: '' }] = await office.sql<{ id: string }>(`select id from disbursement_batch where state = 'APPROVED' and month = '2025-09'`)
    const printed = async (division?: string) => readPdf((await office.call(staff.finance, routes.printBatchPaper, { params: { id, kind: 'ROSTER' }, query: { format: 'pdf', division } })).body).pages.join('').replaceAll(/\s+/g, '')
    const [{ paid } = { paid: '' }] = await office.sql<{ paid: string }>(`select count(*)::text as paid from disbursement_line where batch_id = $1 and division_code like '530112001%' and state not in ('HELD', 'CANCELLED')`, [id])
    expect(await printed('530112001')).toMatch(new RegExp(`实发\\d+户${paid}条`))
    expect(await printed('530112002')).toContain('实发0户0条')
    const rest = 'division_code, benefit_id, household_id, month, amount_fen, member_count, applicant_name, document_masked, person_key, cause, trace, state_on'
    await office.sql(`insert into disbursement_line (id, batch_id, seq, kind, ${rest}) select gen_random_uuid(), batch_id, 100 + i, 'ARREARS', ${rest} from disbursement_line, generate_series(1, 2000) i where batch_id = $1 and seq = 1`, [id])
    const refused = await office.call(staff.finance, routes.printBatchPaper, { params: { id, kind: 'ROSTER' }, query: { format: 'pdf' } })
    expect(refused.body).toMatchObject({ code: 'roster-too-long', detail: expect.stringMatching(/共 20\d\d 条明细，超过 2000 条的花名册请按街道或社区打印，或者导出 Excel。/) })
  })
})
