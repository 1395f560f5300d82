import { GRAVE_KIND, graveRule, routes } from '@xishan/funeral-management-contract'
import { readSheetCells } from '@xishan/service-kit'
import { readPdf, type TestService } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GraveWalk, PHOTO, report } from '../testing/graves'
import { resultOf } from '../testing/death-lists'
import { OTHER_STREET, openOffice, staff } from '../testing/office'

let office: TestService
beforeAll(async () => {
  office = await openOffice({}, { jobs: true })
})
afterAll(() => office.close())

const codeOf = async (answer: Promise<{ status: number; body: { code?: string } }>) => {
  const { status, body } = await answer
  return status === 200 ? 200 : body.code
}

describe('a grave that is found', () => {
  it('comes with a photo and its place, and becomes a task with a clock', async () => {
    const walk = await GraveWalk.of(office, { holderName: '李大爷', holderPhone: '13812345678' })
    expect(await walk.page(staff.clerk)).toMatchObject({
      state: 'FOUND', number: expect.stringMatching(/^XS-FMV-2025-/), placeName: '西苑街道凯苑社区', longitude: 102.633212, dueOn: '2025-10-10', warnOn: '2025-10-07', light: 'green',
      holderMasked: '李**', holderPhoneMasked: '138****5678', attachments: [{ kind: 'FOUND' }], rule: { article: '《殡葬管理条例》（2012 年修订）第十条' },
    })
    const { body } = await office.call(staff.clerk, routes.findTasks)
    expect(body.tasks.find(({ path }) => path.endsWith(walk.id))).toMatchObject({ title: '大青山林地北坡', dueOn: '2025-10-10' })
    const { rows } = (await office.call(staff.clerk, routes.findGraves, { query: { q: '大青山' } })).body
    expect(JSON.stringify(rows)).not.toContain('李大爷')
  })

  it.each([
    ['经纬度填反', { longitude: '24.961847', latitude: '102.633212' }, 'invalid-input', 'longitude'],
    ['不在西山区', { longitude: '103.2' }, 'invalid-input', 'longitude'],
    ['不是数字', { latitude: '北纬' }, 'invalid-input', 'latitude'],
    ['没有的社区', { divisionCode: '530112001999' }, 'grave-place', 'divisionCode'],
    ['别的街道', { divisionCode: OTHER_STREET }, 'grave-not-your-area', 'divisionCode'],
    ['来日', { foundOn: '2025-10-01' }, 'grave-date', 'foundOn'],
    ['没有情况', { description: '' }, 'invalid-input', 'description'],
  ])('is refused and nothing is kept: %s', async (_case, changed, code, field) => {
    const before = await office.sql('select (select count(*) from illegal_grave), (select count(*) from attachment)')
    const { body } = await report(office, changed)
    expect(body).toMatchObject({ code, errors: expect.arrayContaining([expect.objectContaining({ field })]) })
    expect(await office.sql('select (select count(*) from illegal_grave), (select count(*) from attachment)')).toEqual(before)
  })

  it('is refused with a photo that is none', async () => {
    expect(await codeOf(report(office, {}, staff.community, { ...PHOTO, bytes: Buffer.from('%PDF-1.7') }))).toBe('file-kind-refused')
  })

  it('is verified only with a photo of another visit', async () => {
    const walk = await GraveWalk.of(office)
    const verify = () => codeOf(walk.take('verify', { visitedOn: '2025-09-25', findings: '现场核实属实，占用林地' }))
    expect(await verify()).toBe('attachment-missing')
    await walk.photograph('VISIT')
    expect(await verify()).toBe(200)
  })

  it('that proves unfounded is ended by a reviewer who did not report it, and is not counted', async () => {
    const walk = await GraveWalk.of(office, { kind: 'TRADE' })
    expect(await codeOf(walk.take('dismiss', { reason: '系合法公墓墓位' }))).toBe('not-permitted')
    expect(await codeOf(walk.take('dismiss', { reason: '系合法公墓墓位' }, staff.reviewer))).toBe(200)
    expect(await walk.page()).toMatchObject({ state: 'UNFOUNDED', dueOn: null })
    expect((await office.call(staff.head, routes.countGraves, { query: { kind: 'TRADE' } })).body).toMatchObject({ found: 0, open: 0, states: { UNFOUNDED: 1 } })
  })
})

describe('a notice', () => {
  it('has a number, runs from its service, and is printed with the rule', async () => {
    const walk = await (await GraveWalk.of(office)).noticed()
    expect(await walk.page()).toMatchObject({ state: 'NOTICE', dueOn: '2025-10-10', notice: { number: expect.stringMatching(/^XS-FMN-2025-/), days: 30, servedOn: null } })
    expect(await codeOf(walk.take('serve', { servedOn: '2025-09-29', way: 'LEFT', receivedBy: '李大爷' }))).toBe('grave-date')
    await walk.take('serve', { servedOn: '2025-09-30', way: 'LEFT', receivedBy: '李大爷' })
    expect(await walk.page()).toMatchObject({ dueOn: '2025-10-30', notice: { servedWay: '留置送达' } })
    expect(await codeOf(walk.take('serve', { servedOn: '2025-09-30', way: 'LEFT', receivedBy: '李大爷' }))).toBe('grave-served')
    const paper = readPdf((await office.call(staff.clerk, routes.printGraveNotice, { params: { id: walk.id } })).body).pages.join('').replaceAll(/\s/g, '')
    for (const words of ['责令整改通知书', '第十条', '30日内', '西苑街道办事处']) expect(paper).toContain(words)
  })

  it('is extended once, by somebody else, within the limit', async () => {
    const walk = await (await GraveWalk.of(office)).served()
    const extend = (until: string) => codeOf(walk.take('extend', { until, reason: '雨季施工困难，家属书面申请' }, staff.reviewer))
    expect(await extend('2025-12-01')).toBe('grave-extension')
    expect(await extend('2025-11-20')).toBe(200)
    expect(await walk.page()).toMatchObject({ dueOn: '2025-11-20', extensionUntil: null })
    expect(await extend('2025-11-25')).toBe('grave-extended')
  })

  it('that was not served is neither extended nor enforced', async () => {
    const walk = await (await GraveWalk.of(office)).noticed()
    await walk.photograph('AFTER')
    expect(await codeOf(walk.take('extend', { until: '2025-11-20', reason: '家属书面申请延期' }, staff.reviewer))).toBe('grave-not-served')
    expect(await codeOf(walk.take('enforce', { doneOn: '2025-09-30', result: '移交综合执法局处置' }))).toBe('grave-not-served')
  })

  it('that runs is not enforced', async () => {
    const walk = await (await GraveWalk.of(office)).served()
    await walk.photograph('AFTER')
    expect(await codeOf(walk.take('enforce', { doneOn: '2025-09-30', result: '移交综合执法局处置' }))).toBe('grave-term-running')
    expect((await walk.page(staff.clerk)).actions.map(({ action }) => action)).toEqual(['rectify', 'migrate', 'plant'])
  })
})

describe('what was done', () => {
  it('is shown by a photo after, and closed by somebody else who looked', async () => {
    const walk = await (await GraveWalk.of(office)).served()
    const rectify = () => codeOf(walk.take('rectify', { doneOn: '2025-09-30', result: '围栏已拆除，恢复林地' }))
    expect(await rectify()).toBe('attachment-missing')
    await walk.photograph('AFTER')
    expect(await rectify()).toBe(200)
    expect(await codeOf(walk.take('close', { opinion: '现场复核属实' }, { ...staff.clerk, roles: ['ST_REVIEWER'] }))).toBe('separation-of-duties')
    expect(await codeOf(walk.take('close', { opinion: '现场复核属实' }, staff.reviewer))).toBe(200)
    expect(await walk.page()).toMatchObject({ state: 'CLOSED', dueOn: null, result: '围栏已拆除，恢复林地' })
  })

  it('goes back when it is not enough, and an old photo does not do', async () => {
    const walk = await (await GraveWalk.of(office)).rectified()
    await walk.take('return', { reason: '水泥地坪还在' }, staff.reviewer)
    expect(await walk.page()).toMatchObject({ state: 'NOTICE', dueOn: '2025-10-30', result: '' })
    const again = () => codeOf(walk.take('rectify', { doneOn: '2025-09-30', result: '地坪已破除' }))
    expect(await again()).toBe('grave-photo-new')
    await walk.photograph('AFTER')
    expect(await again()).toBe(200)
  })

  it('that did not last begins anew, with a reason and a new visit', async () => {
    const walk = await (await GraveWalk.of(office)).rectified()
    await walk.take('close', { opinion: '现场复核属实' }, staff.head)
    expect(await codeOf(walk.take('reopen', { reason: '群众举报重新修建' }, staff.clerk))).toBe('not-permitted')
    expect(await codeOf(walk.take('reopen', { reason: '群众举报重新修建' }, staff.head))).toBe(200)
    expect(await walk.page()).toMatchObject({ state: 'FOUND', dueOn: '2025-10-10', notice: null, findings: '' })
    expect(await codeOf(walk.take('verify', { visitedOn: '2025-09-30', findings: '确已重新修建围栏' }))).toBe('grave-photo-new')
  })

  it('is refused to whoever looked at an older state', async () => {
    const walk = await (await GraveWalk.of(office)).noticed()
    const stale = office.call(staff.colleague, routes.serveGraveNotice, { params: { id: walk.id }, body: { version: 1, servedOn: '2025-09-30', way: 'MAIL', receivedBy: '李大爷' } })
    expect(await codeOf(stale)).toBe('stale-version')
  })
})

it('counts by street and kind, and the workbook holds the rows of the list', async () => {
  const walk = await GraveWalk.of(office, { kind: 'CLAN' })
  const query = { kind: 'CLAN' }
  expect((await office.call(staff.head, routes.countGraves, { query })).body).toMatchObject({ found: 1, open: 1, overdue: 0, streets: [{ name: '西苑街道', found: 1 }] })
  expect((await office.call(staff.neighbour, routes.countGraves, { query })).body).toMatchObject({ found: 0, streets: [] })
  expect((await office.call(staff.neighbour, routes.getGrave, { params: { id: walk.id } })).status).toBe(404)
  const { body } = await office.call(staff.head, routes.startExport, { body: { subject: 'ILLEGAL_GRAVES', filters: query } })
  const cells = await readSheetCells(await resultOf(office, staff.head, body.id))
  expect(cells.filter(([number]) => number?.toString().startsWith('XS-FMV-')).map((row) => row.slice(1, 4))).toEqual([['宗族墓地', '西苑街道凯苑社区', '大青山林地北坡']])
})

it('every kind has one rule on every day, and the numbers of 2012 lapse with the revision', () => {
  for (const kind of GRAVE_KIND.codes) {
    expect(graveRule(kind, '2026-03-29').article).toMatch(/2012 年修订）第.+条$/)
    expect(graveRule(kind, '2026-03-30')).toMatchObject({ sourceMark: 'assumption', effectiveTo: null })
  }
})

it('that nobody handled in time is red in the list and counted', async () => {
  const walk = await (await GraveWalk.of(office, { kind: 'OVERSIZE' })).served()
  await office.advanceTo('2025-10-31')
  const query = { kind: 'OVERSIZE', light: 'red' }
  expect((await office.call(staff.head, routes.findGraves, { query })).body.rows).toMatchObject([{ id: walk.id, light: 'red' }])
  expect((await office.call(staff.head, routes.countGraves, { query })).body).toMatchObject({ found: 1, overdue: 1 })
  await walk.photograph('AFTER')
  expect(await codeOf(walk.take('enforce', { doneOn: '2025-10-31', result: '移交综合执法局处置，文书 3 号' }))).toBe(200)
})
