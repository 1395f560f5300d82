import { routes } from '@xishan/portal-contract'
import { someone } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aReport, startPortal, type Portal } from '../testing/portal'

const clerk = someone('BU_CLERK', '530112', '王春梅')
const otherClerk = someone('BU_CLERK', '530112', '李志远')
const head = someone('BU_HEAD', '530112', '尹绍林')
const otherHead = someone('BU_HEAD', '530112', '赵丽芳')
const streetClerk = someone('ST_CLERK', '530112001')
let portal: Portal

beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

const VALUE = { value: '45.5', dataAsOf: '2025-06-30', sourceText: '2025 年二季度精神障碍社区康复台账' }
const enter = (number: number, body: Partial<typeof VALUE> = {}, by = clerk, file = aReport()) =>
  portal.call(by, routes.enterValue, { params: { number: String(number) }, body: { ...VALUE, ...body }, file })
const review = (id: string, version = 1, by = head) => portal.call(by, routes.reviewEntry, { params: { id }, body: { version, opinion: '与台账一致' } })
const shown = async (number: number, reader = head) => (await portal.call(reader, routes.plan)).body.indicators.find((indicator) => indicator.number === number)
const entriesOf = async (number: number, reader = head) => (await portal.call(reader, routes.entries, { params: { number: String(number) } })).body.entries
const reviewed = async (number: number, body: Partial<typeof VALUE> = {}) => {
  const { body: entry } = await enter(number, body)
  expect((await review(entry.id)).status).toBe(200)
  return entry.id
}

describe('a value that a section reports', () => {
  it('is shown once another person has reviewed it, marked as entered, with reviewer and source', async () => {
    const { body: entry, status } = await enter(3)
    expect({ status, number: entry.number }).toEqual({ status: 200, number: expect.stringMatching(/^XS-PL-2025-\d{6}$/) })
    expect((await shown(3))?.reading.kind).toBe('NONE')
    expect((await review(entry.id)).status).toBe(200)
    expect(await shown(3)).toMatchObject({
      status: 'BEHIND',
      source: '社会事务科填报',
      line: null,
      reading: { kind: 'ENTERED', value: 45.5, dataAsOf: '2025-06-30', ageDays: 92, enteredBy: '王春梅', reviewedBy: '尹绍林', reviewedOn: '2025-09-30', sourceText: VALUE.sourceText },
    })
    expect(await shown(3, streetClerk)).toMatchObject({ reading: { value: 45.5 } })
  })

  it('keeps the evidence as it came', async () => {
    const [entry] = await entriesOf(3)
    const { body, headers } = await portal.call(head, routes.entryEvidence, { params: { id: entry?.id ?? '' } })
    expect(body.equals(aReport().bytes)).toBe(true)
    expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toContain('2025年三季度统计台账.pdf')
    expect(entry).toMatchObject({ standing: 'IN_FORCE', evidence: { kind: 'application/pdf' }, stateLabel: '已复核', actions: ['revoke'], unit: '%' })
  })

  it('is not reviewed by whoever entered it', async () => {
    const { body: entry } = await enter(4, {}, head)
    expect((await review(entry.id, 1, head)).body).toMatchObject({ status: 403, code: 'separation-of-duties' })
    expect((await entriesOf(4, head))[0]?.actions).toEqual(['withdraw'])
    expect((await entriesOf(4, otherHead))[0]?.actions).toEqual(['review', 'return'])
    expect((await review(entry.id, 1, otherHead)).status).toBe(200)
  })

  it('cannot be reviewed by its author in the database either', async () => {
    await expect(portal.sql(`update indicator_entry set reviewed_by_id = entered_by_id where indicator = 4`)).rejects.toThrow('check constraint')
  })
})

describe('several values of one indicator', () => {
  it('the newest cut-off is in force; of one day the last review', async () => {
    const first = await reviewed(9, { value: '700', dataAsOf: '2024-12-31' })
    const second = await reviewed(9, { value: '860', dataAsOf: '2025-06-30' })
    const corrected = await reviewed(9, { value: '872', dataAsOf: '2025-06-30' })
    const late = await reviewed(9, { value: '640', dataAsOf: '2023-12-31' })
    const standing = Object.fromEntries((await entriesOf(9)).map((entry) => [entry.id, entry.standing]))
    expect(standing).toEqual({ [first]: 'EARLIER', [second]: 'SUPERSEDED', [corrected]: 'IN_FORCE', [late]: 'EARLIER' })
    expect((await shown(9))?.reading).toMatchObject({ value: 872 })
    const { body }: { body: unknown } = await portal.call(head, routes.indicator, { params: { number: '9' } })
    expect(routes.indicator.answer.parse(body).history.map(({ value }) => value)).toEqual([640, 700, 872])
  })

  it('a revoked one gives way to the one before it, and is kept', async () => {
    const inForce = (await entriesOf(9)).find((entry) => entry.standing === 'IN_FORCE')
    await portal.call(head, routes.revokeEntry, { params: { id: inForce?.id ?? '' }, body: { version: 2, reason: '重复计算了两人' } })
    expect((await shown(9))?.reading).toMatchObject({ value: 860 })
    expect((await entriesOf(9)).find((entry) => entry.id === inForce?.id)).toMatchObject({ state: 'REVOKED', standing: 'NOT_SHOWN', opinion: '重复计算了两人', value: 872 })
  })

  it('two for the same day do not wait side by side, not even when they come together', async () => {
    const answers = await Promise.all([enter(10, { value: '3400' }), enter(10, { value: '3401' }, otherClerk)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('entry-waiting')
  })
})

describe('an entry on its way', () => {
  it('goes back with a reason, and a new one may be entered', async () => {
    const { body: entry } = await enter(6, { value: '286.5' })
    expect((await portal.call(head, routes.returnEntry, { params: { id: entry.id }, body: { version: 1, reason: '缺少慈善会部分' } })).status).toBe(200)
    expect((await review(entry.id, 2)).body).toMatchObject({ status: 409, code: 'action-out-of-state' })
    expect((await enter(6, { value: '291.2' })).status).toBe(200)
    expect((await entriesOf(6)).map(({ state }) => state)).toEqual(['SUBMITTED', 'RETURNED'])
    expect((await shown(6))?.reading.kind).toBe('NONE')
  })

  it('is taken back only by whoever entered it', async () => {
    const { body: entry } = await enter(7, { value: '4' })
    const body = { version: 1, reason: '数字抄错' }
    expect((await portal.call(otherClerk, routes.withdrawEntry, { params: { id: entry.id }, body })).body).toMatchObject({ status: 403, code: 'entry-of-another' })
    expect((await portal.call(clerk, routes.withdrawEntry, { params: { id: entry.id }, body })).status).toBe(200)
    expect((await entriesOf(7))[0]).toMatchObject({ state: 'WITHDRAWN', stateLabel: '已撤回' })
  })

  it('is not acted on from a stale page', async () => {
    const { body: entry } = await enter(12, { value: '98' })
    expect((await review(entry.id, 3)).body).toMatchObject({ status: 409, code: 'stale-version' })
  })

  it('leaves a chain of audit entries that the case can be told from', async () => {
    const [entry] = await entriesOf(6)
    expect(await portal.sql(`select action, actor_name from audit_entry where subject_id = $1 order by seq`, [entry?.id])).toEqual([{ action: 'enter', actor_name: '王春梅' }])
  })
})

describe('what cannot be entered', () => {
  it.each([
    [3, { value: '' }, 'invalid-input', 'value'],
    [3, { value: '四十五' }, 'invalid-input', 'value'],
    [3, { value: '45%' }, 'invalid-input', 'value'],
    [3, { value: '145' }, 'entry-value-impossible', 'value'],
    [9, { value: '872.5' }, 'entry-value-impossible', 'value'],
    [3, { dataAsOf: '2025-10-01' }, 'entry-cut-off-impossible', 'dataAsOf'],
    [3, { dataAsOf: '2020-12-31' }, 'entry-cut-off-impossible', 'dataAsOf'],
    [3, { dataAsOf: '2025-02-30' }, 'invalid-input', 'dataAsOf'],
    [3, { sourceText: ' ' }, 'invalid-input', 'sourceText'],
    [3, { sourceText: `x${'\u0000'}abcd` }, 'invalid-input', 'sourceText'],
  ])('indicator %i with %o', async (number, body, code, field) => {
    expect((await enter(number, body)).body).toMatchObject({ status: 422, code, errors: [{ field }] })
  })

  it('script and SQL are text like any other', async () => {
    const sourceText = `<script>alert(1)</script>'; drop table indicator_entry; --`
    const { body: entry } = await enter(16, { value: '22', sourceText })
    expect((await entriesOf(16))[0]).toMatchObject({ id: entry.id, sourceText })
  })

  it('a number that the system computes', async () => {
    expect((await enter(1, { value: '100' })).body).toMatchObject({ status: 409, code: 'indicator-computed', detail: expect.stringContaining('社会救助') })
  })

  it('without evidence, or with a program in disguise', async () => {
    const without = await portal.call(clerk, routes.enterValue, { params: { number: '18' }, body: VALUE, file: { ...aReport(), bytes: Buffer.alloc(0) } })
    expect(without.body).toMatchObject({ status: 422, errors: [{ field: 'file' }] })
    const disguised = await enter(18, {}, clerk, { ...aReport(), bytes: Buffer.from('MZ\u0090\u0000\u0003'.padEnd(200, '\u0000'), 'latin1') })
    expect(disguised.body).toMatchObject({ status: 415, code: 'file-kind-refused' })
    const huge = await enter(18, {}, clerk, { ...aReport(), bytes: Buffer.alloc(30 * 1024 * 1024, '%PDF-1.4\n') })
    expect(huge.body).toMatchObject({ status: 413, code: 'file-too-large' })
    expect(await entriesOf(18)).toEqual([])
  })
})
