import { serviceActor, UnitOfWork } from '@xishan/service-kit'
import { routes } from '@xishan/portal-contract'
import { someone } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadPlan } from '../index'
import { SOME_OF_THE_PLAN, startPortal, type Portal } from '../testing/portal'

const director = someone('DIRECTOR', '530112', '和建国')
const head = someone('BU_HEAD')
const streetClerk = someone('ST_CLERK', '530112001')
let portal: Portal

beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

const points = async (reader = director) => (await portal.call(reader, routes.openPoints)).body
const pointAt = async (position: number) => {
  const found = (await points()).points.find((point) => point.position === position)
  if (!found) throw new Error(`no open point ${position}`)
  return found
}
const rule = async (position: number, body: { text: string; option?: string; version?: number }) => {
  const { id, version } = await pointAt(position)
  return portal.call(director, routes.rule, { params: { id }, body: { version, ...body } })
}
const coverage = async (reader = head) => (await portal.call(reader, routes.plan)).body.indicators.find(({ number }) => number === 11)

describe('the points the plan leaves open', () => {
  it('stand with both readings and what is assumed meanwhile', async () => {
    expect(await points()).toMatchObject({ open: 2, ruled: 0, points: [{ position: 1, assumption: '按指标表 80% 考核。', rulings: [], mayRule: true }, { position: 2 }] })
    expect((await points(head)).points[0]?.mayRule).toBe(false)
    expect(await coverage()).toMatchObject({ target: 80, targetInTable: null, openPoints: 1 })
    expect(await coverage(streetClerk)).toMatchObject({ target: 80, openPoints: 0 })
  })

  it('a ruling with an effect changes the target for everyone, and says what the table has', async () => {
    expect((await rule(1, { text: '按正文 100% 考核，自本年度起执行。', option: 'text' })).status).toBe(200)
    expect(await coverage()).toMatchObject({ target: 100, targetInTable: 80, pathNow: 100, openPoints: 0 })
    expect(await coverage(streetClerk)).toMatchObject({ target: 100, targetInTable: 80 })
  })

  it('a later ruling takes its place, the earlier one stays as history', async () => {
    await rule(1, { text: '经请示，仍按指标表。', option: 'table' })
    expect((await pointAt(1)).rulings).toMatchObject([
      { text: '经请示，仍按指标表。', inForce: true, ruledBy: '和建国', ruledOn: '2025-09-30', option: { key: 'table' } },
      { text: '按正文 100% 考核，自本年度起执行。', inForce: false, option: { key: 'text' } },
    ])
    expect(await coverage()).toMatchObject({ target: 80, targetInTable: null })
  })

  it('may be ruled on in words only', async () => {
    await rule(2, { text: '请规划科函询市局后再定。' })
    expect((await pointAt(2)).rulings).toMatchObject([{ option: null, inForce: true }])
  })

  it('a ruling from a stale page, of another option or without words changes nothing', async () => {
    expect((await rule(2, { text: '按累计口径。', version: 1 })).body).toMatchObject({ status: 409, code: 'stale-version' })
    expect((await rule(2, { text: '按累计口径。', option: 'text' })).body).toMatchObject({ status: 422, code: 'ruling-effect-unknown' })
    expect((await rule(2, { text: ' ' })).body).toMatchObject({ status: 422, code: 'invalid-input' })
    expect((await pointAt(2)).rulings).toHaveLength(1)
  })

  it('loading the plan again corrects its words and leaves the rulings', async () => {
    const [first, second] = SOME_OF_THE_PLAN.points
    if (!first || !second) throw new Error('the fixture has two points')
    const corrected = { ...SOME_OF_THE_PLAN, points: [first, { ...second, wording: '指标 14、15 未写明期间。' }] }
    await portal.app.get(UnitOfWork).perform(serviceActor('portal'), (work) => loadPlan(work, corrected))
    expect(await points()).toMatchObject({ points: [{ version: 3 }, { version: 3, wording: '指标 14、15 未写明期间。', rulings: [{ text: '请规划科函询市局后再定。' }] }] })
    expect(await portal.sql('select count(*)::int as n from project')).toEqual([{ n: 2 }])
  })
})

it('the projects stand with the plan’s figures and what does not agree in them', async () => {
  const { body } = await portal.call(streetClerk, routes.projects)
  expect(body.totals).toEqual({ fiveYears: 1500, recurringPerYear: 200, oneOff: 500 })
  expect(body.projects[0]?.notes.join()).toMatch(/名称不一致.*数量不一致.*不符/s)
  expect(body.projects[1]).toMatchObject({ yearlyBudget: null, notes: [expect.stringContaining('名称不一致'), expect.stringContaining('为空')] })
})
