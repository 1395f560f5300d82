import { routes } from '@xishan/portal-contract'
import { someone } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Manner } from '../testing/fixture-line'
import { startPortal, type Portal } from '../testing/portal'

const head = someone('BU_HEAD')
const director = someone('DIRECTOR')
const streetClerk = someone('ST_CLERK', '530112001')
let portal: Portal

beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())
beforeEach(() => portal.lineIs('well'))

const plan = async (reader = head) => (await portal.call(reader, routes.plan)).body
const number1 = async (reader = head) => {
  const { body }: { body: unknown } = await portal.call(reader, routes.indicator, { params: { number: '1' } })
  return routes.indicator.answer.parse(body)
}

describe('the plan page', () => {
  it('shows the 19 indicators, those that lag first, and no number that nobody reported', async () => {
    const { indicators, summary, ended, businessDate } = await plan()
    expect(indicators.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 19 }, (_, index) => index + 1))
    expect(indicators[0]).toMatchObject({ number: 1, status: 'BEHIND', statusWords: '落后序时进度', attribute: '约束性', line: 'social-assistance', source: '社会救助业务数据自动计算' })
    expect(indicators.slice(1).every(({ status, reading }) => status === 'NOT_REPORTED' && reading.kind === 'NONE')).toBe(true)
    expect(summary).toEqual({ onPath: 0, slightlyBehind: 0, behind: 1, bindingBehind: 1, notApplicable: 0, notReported: 18 })
    expect({ ended, businessDate }).toEqual({ ended: false, businessDate: '2025-09-30' })
    expect(indicators.find(({ number }) => number === 9)).toMatchObject({ base: 362, target: 1000, pathYear: 2025, pathNow: 1000, section: '慈善事业促进和社会工作科' })
  })

  it('takes number 1 apart into what it is made of', async () => {
    const { reading, formula } = await number1()
    expect(reading).toMatchObject({ kind: 'COMPUTED', value: 99.96, dataAsOf: '2025-09-30', ageDays: 0, stale: null, complete: true, components: [{ label: '在保家庭', value: 4725 }, { value: 2 }] })
    expect(formula).toContain('在保户数')
  })

  it('shows the street the same number as the district', async () => {
    expect((await number1(streetClerk)).reading).toEqual((await number1()).reading)
  })

  it('says that a rate of nothing does not apply, and does not make it zero', async () => {
    await portal.lineIs('well', null)
    expect(await number1()).toMatchObject({ status: 'NOT_APPLICABLE', statusWords: '暂不适用', score: null, reading: { value: null } })
  })

  it('names the line that cannot be asked, and says why there is no number', async () => {
    const { troubles, indicators } = await plan()
    expect(troubles).toEqual([{ line: 'elderly-care', title: '养老服务', sentence: '养老服务暂时无法连接。' }])
    expect(indicators.find(({ number }) => number === 11)?.reading).toEqual({ kind: 'NONE', note: '尚无数据：养老服务暂时无法连接。' })
  })
})

describe('a line that goes wrong', () => {
  it.each<[Manner, string]>([
    ['hang', '未在规定时间内响应'],
    ['hang midway', '未在规定时间内响应'],
    ['fault', '内部出现异常'],
    ['not json', '不符合约定'],
    ['another shape', '不符合约定'],
    ['impossible', '不符合约定'],
    ['endless', '不符合约定'],
  ])('%s: the last value stays, with its age and the reason, within the budget', async (manner, reason) => {
    await number1()
    await portal.lineIs(manner)
    const started = performance.now()
    const { reading, status } = await number1()
    expect(performance.now() - started).toBeLessThan(4000)
    expect(reading).toMatchObject({ kind: 'COMPUTED', value: 99.96, dataAsOf: '2025-09-30', stale: expect.stringContaining(reason) })
    expect(status).toBe('BEHIND')
    const again = performance.now()
    await number1()
    expect(performance.now() - again).toBeLessThan(1000)
    expect((await plan()).indicators.find(({ number }) => number === 11)?.reading.kind).toBe('NONE')
  })

  it('recovers by itself', async () => {
    await portal.lineIs('fault')
    expect((await number1()).reading).toMatchObject({ stale: expect.any(String) })
    await portal.lineIs('well', 99.98)
    expect((await number1()).reading).toMatchObject({ value: 99.98, stale: null })
  })

  it('ages day by day while it is down', async () => {
    await number1()
    await portal.lineIs('fault')
    await portal.advanceTo('2025-10-09')
    expect((await number1()).reading).toMatchObject({ value: 99.96, dataAsOf: '2025-09-30', ageDays: 9, stale: expect.stringContaining('显示的是数据截止 2025-09-30 的最近一次数值') })
  })
})

describe('asking again', () => {
  it('readers at the same time cause one question', async () => {
    await portal.lineIs('well')
    portal.behaviour.asked = []
    await Promise.all(Array.from({ length: 8 }, () => plan()))
    expect(portal.behaviour.asked).toEqual(['2025-10-09'])
  })

  it('a household that came into pay is counted for the next reader', async () => {
    await plan()
    portal.behaviour.value = 99.99
    expect((await number1()).reading).toMatchObject({ value: 99.96 })
    await receive('subsistence-allowance.confirmed', { householdId: crypto.randomUUID(), number: 'XS-SA-2025-000001', fromMonth: '2025-11', amountFen: 630_00, members: 1 })
    expect((await number1()).reading).toMatchObject({ value: 99.99 })
  })

  it('the business date moved: every number is asked for again', async () => {
    await receive('clock.advanced', { businessDate: '2025-10-10' })
    expect(await plan()).toMatchObject({ businessDate: '2025-10-10' })
    expect((await number1()).reading).toMatchObject({ dataAsOf: '2025-10-10', stale: null })
  })

  it('the head may ask at once', async () => {
    portal.behaviour.value = 99.97
    expect((await portal.call(head, routes.collect)).body.troubles.map(({ line }) => line)).toEqual(['elderly-care'])
    expect((await number1()).reading).toMatchObject({ value: 99.97 })
  })
})

describe('the records behind number 1', () => {
  const records = (reader = head, query = {}) => portal.call(reader, routes.indicatorRecords, { params: { number: '1' }, query })

  it('are asked of the line as the reader: the street sees its own and is told so', async () => {
    await plan()
    expect((await records(director)).body).toMatchObject({ line: 'social-assistance', lineTitle: '社会救助', scopeNote: '', rows: [{ detail: '530112001' }, { detail: '530112002' }] })
    expect((await records(streetClerk)).body).toMatchObject({ rows: [{ detail: '530112001', asOf: '2025-10-10' }], scopeNote: expect.stringContaining('辖区') })
  })

  it('of one component', async () => {
    expect((await records(director, { component: 'OWED' })).body.rows[0]?.component).toBe('OWED')
  })

  it('are refused where the line refuses', async () => {
    expect((await records(someone('BU_CLERK'))).body).toMatchObject({ status: 403, code: 'line-refused' })
  })

  it('do not exist for a number that is entered', async () => {
    expect((await portal.call(head, routes.indicatorRecords, { params: { number: '9' } })).body).toMatchObject({ status: 409, code: 'indicator-not-computed' })
  })

  it.each(['0', '20', 'one', "1' or 1=1"])('of indicator %s: there is none', async (number) => {
    expect((await portal.call(head, routes.indicatorRecords, { params: { number } })).body).toMatchObject({ status: 422, code: 'invalid-input' })
  })
})

describe('after the plan', () => {
  it('asks for the last day, says that it is over, and compares with the target', async () => {
    await portal.advanceTo('2026-02-02')
    await portal.lineIs('well')
    portal.behaviour.asked = []
    const { ended, notice, indicators } = await plan(director)
    expect(portal.behaviour.asked).toEqual(['2025-12-31'])
    expect({ ended, notice }).toEqual({ ended: true, notice: expect.stringContaining('规划期已于 2025-12-31 结束') })
    expect(indicators.find(({ number }) => number === 1)).toMatchObject({ final: true, statusWords: '未完成目标', reading: { dataAsOf: '2025-12-31', stale: null } })
    expect(indicators.find(({ number }) => number === 3)).toMatchObject({ final: false, status: 'NOT_REPORTED', statusWords: '未报送', pathNow: 50 })
  })

  it('drew the months that passed', async () => {
    expect((await number1()).history.map(({ dataAsOf }) => dataAsOf)).toEqual(['2025-09-30', '2025-10-09', '2025-10-10', '2025-10-31', '2025-11-30', '2025-12-31'])
  })
})

const receive = (type: string, payload: Record<string, unknown>) =>
  portal.call(someone('SERVICE'), { method: 'POST', path: '/events', summary: '', may: 'service', answer: 'nothing' }, {
    body: [{ eventId: crypto.randomUUID(), type, occurredOn: '2025-10-09', knownOn: '2025-10-09', source: 'social-assistance', payload, schemaVersion: 1 }],
  })
