import { routes, type BatchDetail, type BatchFinding, type FindingRow } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BULK_ID, benefitsInBulk } from '../testing/benefits-in-bulk'
import { openOffice, staff, COMMUNITY, type Office } from '../testing/office'
import { BatchWalk } from './batch-walk.testing'

let office: Office
let batch: BatchWalk
let detail: BatchDetail

const benefit = (number: number) => BULK_ID('benefit', number)
const household = (number: number) => BULK_ID('household', number)
const death = (person: string, on: string, state = 'KNOWN') =>
  `insert into known_death (id, division_code, person_key, name, died_on, known_on, source, state, revision, day_revision) values (gen_random_uuid(), '530112', '${person}', '', '${on}', '2025-09-25', 'FUNERAL', '${state}', 1, 1)`
const entitled = (lookup: string, scheme: string, to: string) =>
  `insert into other_entitlement (id, division_code, scheme, document_lookup, name, from_month, to_month) values (gen_random_uuid(), '530112', '${scheme}', '${lookup}', '', '2025-01', ${to})`
const hold = (number: number, from: string, lifted = 'null') =>
  `insert into benefit_hold (id, division_code, benefit_id, ground, because, from_month, placed_on, placed_by, lifted_on) values (gen_random_uuid(), '${COMMUNITY}', ${benefit(number)}, 'INVESTIGATION', '情况核实中', '${from}', '2025-09-20', '李红梅', ${lifted})`
const second = (number: number) => `person-second-${number}`

/** What stands against a household; of each household of the bulk only what its row says. */
const CASES: readonly [what: string, household: number, prepare: string, found: readonly [BatchFinding, 'BLOCK' | 'NOTE'][], state: string | null][] = [
  ['a household like any other', 1, 'select 1', [], 'PENDING'],
  ['the account holder died before the month', 2, death('person-2', '2025-08-31'), [['ALIVE', 'BLOCK']], 'HELD'],
  ['the account holder died in the month, which is still due', 3, death('person-3', '2025-09-02'), [['ALIVE', 'NOTE']], 'PENDING'],
  ['another member died before the month', 4, death(second(4), '2025-07-01'), [['ALIVE', 'NOTE']], 'PENDING'],
  ['a death that was revoked', 5, death('person-5', '2025-07-01', 'REVOKED'), [], 'PENDING'],
  ['a member is in pay in another household too', 6, `update benefit_member set person_key = 'person-6' where member_id = ${BULK_ID('second', 7)}`, [['UNIQUE', 'BLOCK']], 'PENDING'],
  ['no account', 8, `update household set bank = null, account_number_sealed = null, account_last_four = null, account_holder = null where id = ${household(8)}`, [['ACCOUNT_MISSING', 'BLOCK']], 'PENDING'],
  ['an account in a stranger’s name', 9, `update household set account_holder = '钱多多' where id = ${household(9)}`, [['ACCOUNT_NAME', 'NOTE']], 'PENDING'],
  ['a member under extreme-hardship support (B9: X)', 10, entitled('lookup-10', 'EXTREME_HARDSHIP', 'null'), [['OVERLAP', 'BLOCK']], 'PENDING'],
  ['a child de facto unsupported (B9: D)', 11, entitled('lookup-second-11', 'DE_FACTO_ORPHAN', 'null'), [['OVERLAP', 'NOTE']], 'PENDING'],
  ['support that ended before the month', 12, entitled('lookup-12', 'ORPHAN', `'2025-08'`), [], 'PENDING'],
  ['half as much again as last month, to the fen', 13, `insert into benefit_amount select benefit_id, '2025-09', null, division_code, 40000 + 13 * 100 + (40000 + 13 * 100) / 2, 2, '收入变化', null, 2 from benefit_amount where benefit_id = ${benefit(13)}`, [], 'PENDING'],
  ['more than half as much again', 14, `insert into benefit_amount select benefit_id, '2025-09', null, division_code, 40000 + 14 * 100 + (40000 + 14 * 100) / 2 + 1, 2, '收入变化', null, 2 from benefit_amount where benefit_id = ${benefit(14)}`, [['DEVIATION', 'NOTE']], 'PENDING'],
  ['less than half of last month', 15, `insert into benefit_amount select benefit_id, '2025-09', null, division_code, 100, 2, '收入变化', null, 2 from benefit_amount where benefit_id = ${benefit(15)}`, [['DEVIATION', 'NOTE']], 'PENDING'],
  ['stopped without a last month', 16, `update benefit set state = 'STOPPED' where id = ${benefit(16)}`, [['NOT_ACTIVE', 'BLOCK']], 'PENDING'],
  ['stopped after this month, which is its last', 17, `update benefit set state = 'STOPPED', to_month = '2025-09' where id = ${benefit(17)}`, [], 'PENDING'],
  ['stopped before this month', 18, `update benefit set state = 'STOPPED', to_month = '2025-08' where id = ${benefit(18)}`, [], null],
  ['not yet in pay', 19, `update benefit set from_month = '2025-10' where id = ${benefit(19)}`, [], null],
  ['a hold that is open', 20, hold(20, '2025-09'), [], 'HELD'],
  ['a hold from a later month', 21, hold(21, '2025-10'), [], 'PENDING'],
  ['a hold that was lifted', 22, hold(22, '2025-08', `'2025-09-25'`), [], 'PENDING'],
  ['worth nothing in this month', 23, `insert into benefit_amount select benefit_id, '2025-09', null, division_code, 0, 2, '收入变化', null, 2 from benefit_amount where benefit_id = ${benefit(23)}`, [], null],
]

beforeAll(async () => {
  office = await openOffice()
  await benefitsInBulk(office.sql, 30, { communities: [COMMUNITY, '530112001002'], pairs: true })
  const august = await (await new BatchWalk(office).create('2025-08').catch(() => new BatchWalk(office).create('2025-09'))).calculate()
  // A month with lines before the one that is looked at; its batch has gone its way.
  await office.sql(`set session_replication_role = replica`)
  await office.sql(`update disbursement_batch set month = '2025-08', state = 'CLOSED' where id = $1`, [august.id])
  await office.sql(`update disbursement_line set month = '2025-08', state = 'PAID' where batch_id = $1`, [august.id])
  for (const [, , prepare] of CASES) await office.sql(prepare)
  await office.sql(`set session_replication_role = default`)
  batch = await (await new BatchWalk(office).create('2025-09')).calculate()
  detail = await batch.detail()
}, 60_000)
afterAll(() => office.close())

const lineOf = async (number: number) =>
  (await office.sql<{ id: string; state: string; trace: { checks: Record<string, boolean> } }>(`select id, state, trace from disbursement_line where batch_id = $1 and benefit_id = ${benefit(number)}`, [batch.id]))[0]

describe('the checks before payment', () => {
  it.each(CASES)('%s (household %i)', async (_, number, __, found, state) => {
    const line = await lineOf(number)
    expect(line?.state ?? null).toBe(state)
    if (!line) return
    const findings = await office.sql<{ code: BatchFinding; severity: string }>(`select code, severity from disbursement_finding where line_id = $1 order by code`, [line.id])
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual(found)
    expect(Object.entries(line.trace.checks).flatMap(([code, passed]) => (passed ? [] : [code]))).toEqual(found.map(([code]) => code))
  })

  it('are counted on the page, those of held lines not as open', () => {
    expect(detail.findings.find(({ code, severity }) => code === 'ALIVE' && severity === 'BLOCK')).toMatchObject({ open: 0, all: 1 })
    expect(detail.findings.find(({ code, severity }) => code === 'ALIVE' && severity === 'NOTE')).toMatchObject({ open: 2, all: 2 })
    expect(detail.findings.find(({ code }) => code === 'UNIQUE')).toMatchObject({ open: 2, all: 2 })
    expect(detail.actions.find(({ action }) => action === 'submit')?.blockedBy).toMatch(/项校验结果未处理/)
  })

  it('that were made against a list nobody ever brought in say so once', async () => {
    await office.sql('delete from other_entitlement')
    const extra = await (await new BatchWalk(office).create('2025-10')).calculate()
    expect((await extra.detail()).findings).toContainEqual({ code: 'OVERLAP', severity: 'NOTE', open: 1, all: 1 })
    await extra.must(staff.bureauClerk, routes.cancelBatch, { reason: '演练用批次' })
  })
})

describe('what was found', () => {
  const findings = async (query: Record<string, string>) => (await office.call(staff.bureauClerk, routes.findFindings, { params: { id: batch.id }, query })).body.rows
  const named = (rows: FindingRow[]) => rows.map(({ applicantName }) => applicantName)

  it('is answered by words where words are enough, many at once', async () => {
    const [strict] = await findings({ code: 'UNIQUE' })
    expect((await batch.act(staff.bureauClerk, routes.answerFindings, { findings: [strict?.id], answer: '已核实情况' })).body).toMatchObject({ status: 409, code: 'finding-must-go' })
    await batch.must(staff.bureauClerk, routes.answerFindings, { allOf: 'DEVIATION', answer: '本月收入变化，已核实' })
    expect(await findings({ code: 'DEVIATION', open: 'true' })).toEqual([])
    expect(await findings({ code: 'DEVIATION', open: 'false' })).toMatchObject([{ answer: '本月收入变化，已核实', answeredBy: '王春梅', takenOut: false }, { answer: '本月收入变化，已核实' }])
    expect((await batch.act(staff.bureauClerk, routes.answerFindings, { allOf: 'DEVIATION', answer: '再说明一次' })).status).toBe(404)
  })

  it('is settled by taking the line out, whose amount stays as it was', async () => {
    const rows = await findings({ severity: 'BLOCK', open: 'true' })
    expect(named(rows).length).toBeGreaterThanOrEqual(4)
    const before = await batch.detail()
    const [first, ...others] = rows
    await batch.must(staff.bureauClerk, routes.takeOutLines, { lines: others.map(({ lineId }) => lineId), to: 'HELD', reason: '待街道核实后补发' })
    await batch.must(staff.bureauClerk, routes.takeOutLines, { lines: [first?.lineId], to: 'CANCELLED', reason: '核实后不应发放' })
    expect(await findings({ severity: 'BLOCK', open: 'true' })).toEqual([])
    const after = await batch.detail()
    expect(after.totalFen).toBe(before.totalFen - rows.reduce((sum, { payFen }) => sum + (payFen ?? 0), 0))
    expect(after.heldLines).toBe(before.heldLines + others.length)
    expect((await office.call(staff.bureauClerk, routes.getBatchLine, { params: { id: first?.lineId ?? '' } })).body).toMatchObject({ state: 'CANCELLED', stateBecause: '核实后不应发放', payFen: first?.payFen })
    expect((await batch.act(staff.bureauClerk, routes.takeOutLines, { lines: [first?.lineId], to: 'HELD', reason: '再移出一次' })).body.code).toBe('line-not-waiting')
  })

  it('is refused to whoever does not make the batch', async () => {
    for (const reader of [staff.head, staff.finance, staff.director]) expect((await batch.act(reader, routes.answerFindings, { allOf: 'ALIVE', answer: '已核实情况' })).status).toBe(403)
  })
})

describe('the lines of a batch', () => {
  const lines = async (query: Record<string, string>, reader = staff.finance) => (await office.call(reader, routes.findBatchLines, { params: { id: batch.id }, query })).body.rows

  it('are read by state, kind, place and finding, in the order of their numbers, masked', async () => {
    const all = await lines({ limit: '100' })
    expect(all.map(({ seq }) => seq)).toEqual(all.map(({ seq }) => seq).toSorted((a, b) => a - b))
    expect(all.every(({ documentMasked, accountLastFour }) => documentMasked.includes('********') && (accountLastFour?.length ?? 4) === 4)).toBe(true)
    expect((await lines({ state: 'HELD', limit: '100' })).every(({ state, stateBecause }) => state === 'HELD' && stateBecause !== '')).toBe(true)
    expect((await lines({ division: '530112001002', limit: '100' })).every(({ communityName }) => communityName === '丽苑社区')).toBe(true)
    expect((await lines({ finding: 'DEVIATION' })).length).toBe(2)
    expect(await lines({ kind: 'ARREARS' })).toEqual([])
  })

  it('are not for the streets', async () => {
    expect((await office.call(staff.clerk, routes.findBatchLines, { params: { id: batch.id } })).status).toBe(403)
  })
})
