import { checkPoints, routes, type Finding, type SampleDetail } from '@xishan/funeral-management-contract'
import type { TestService } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOffice, staff } from '../testing/office'
import { draw } from './draw'

let house: TestService
let officeId = ''
beforeAll(async () => {
  house = await openOffice()
  officeId = (await add('西山区婚姻登记处')).body.id
})
afterAll(() => house.close())

const add = (name: string, registrations = ['MARRIAGE', 'ADOPTION']) =>
  house.call(staff.bureauClerk, routes.addOffice, { body: { name, registrations, address: '秀苑路 188 号', telephone: '0871-68212345', registrars: 8 } })
const register = (count: number, of = 'J530112') => Array.from({ length: count }, (_, at) => `${of}-2025-${String(at + 1).padStart(6, '0')}`)
const drawn = (month: string, files: string[], registration = 'MARRIAGE') => house.call(staff.bureauClerk, routes.drawSample, { body: { officeId, registration, month, files } })
const detail = async (id: string): Promise<SampleDetail> => (await house.call(staff.head, routes.getSample, { params: { id } })).body
const findingsOf = (changed: Record<string, Finding> = {}) => ({ ...Object.fromEntries(checkPoints('MARRIAGE').map(({ key }) => [key, 'OK'])), ...changed })

async function check(id: string, position: number, findings: object, remark = '') {
  const { version } = await detail(id)
  return house.call(staff.bureauClerk, routes.checkSampledFile, { params: { id, position: String(position) }, body: { version, findings, remark } })
}
async function checkAll(id: string, defects: readonly number[] = []) {
  for (const { position } of (await detail(id)).files) {
    const answer = await check(id, position, findingsOf(defects.includes(position) ? { PHOTO: 'DEFECT' } : {}), defects.includes(position) ? '照片未加盖骑缝章' : '')
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  }
}
const conclude = async (id: string, actor = staff.head) => house.call(actor, routes.concludeSample, { params: { id }, body: { version: (await detail(id)).version, opinion: '抽查属实，同意' } })
const indicator = async () => (await house.call(staff.director, routes.findIndicators)).body.indicators.find(({ number }) => number === 17)

describe('an office', () => {
  it('is entered once, and its grade is the one in force', async () => {
    expect((await add('西山区婚姻登记处')).body).toMatchObject({ code: 'office-taken', errors: [{ field: 'name' }] })
    const grade = (gradedOn: string, validTo: string | null, version: number) =>
      house.call(staff.head, routes.gradeOffice, { params: { id: officeId }, body: { version, grade: `${gradedOn.slice(0, 4)}级`, gradedOn, validTo, by: '云南省民政厅', document: '云民发〔2023〕1号' } })
    expect((await grade('2025-12-01', null, 1)).body).toMatchObject({ code: 'grade-in-future' })
    await grade('2021-05-01', '2024-05-01', 1)
    await grade('2023-05-01', null, 2)
    const { body } = await house.call(staff.director, routes.getOffice, { params: { id: officeId } })
    expect(body).toMatchObject({ grade: '2023级', gradeValidTo: null, grades: [{ gradedOn: '2023-05-01' }, { gradedOn: '2021-05-01' }] })
  })
})

describe('a sample', () => {
  it('is drawn from the month’s register by a seed that anybody can draw with again', async () => {
    const files = register(700)
    const { body } = await drawn('2025-07', files)
    const sample = await detail(body.id)
    expect(sample).toMatchObject({ registered: 700, drawn: 35, share: 5, least: 30, checked: 0 })
    expect(sample.files.map(({ fileNumber }) => fileNumber)).toEqual(draw(sample.seed, files.toReversed(), 35))
    expect((await drawn('2025-07', files)).body).toMatchObject({ code: 'sample-drawn', detail: expect.stringContaining(sample.number) })
    await house.call(staff.head, routes.cancelSample, { params: { id: body.id }, body: { version: 1, reason: '登记编号导出不全' } })
    expect((await drawn('2025-07', files)).status).toBe(200)
  })

  it('is not drawn of a month that is not over, nor of what the office does not register', async () => {
    expect((await drawn('2025-09', register(3))).body).toMatchObject({ code: 'sample-month-open', errors: [{ field: 'month' }] })
    const other = (await add('团结街道婚姻登记点', ['MARRIAGE'])).body.id
    expect((await house.call(staff.bureauClerk, routes.drawSample, { body: { officeId: other, registration: 'ADOPTION', month: '2025-08', files: ['S1-1'] } })).body).toMatchObject({ code: 'office-without-registration' })
    expect((await drawn('2025-08', ['J-1', 'J-1'])).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'files', message: expect.stringContaining('重复') }] })
  })

  it('is checked point by point, concluded by another, and a defect put right still counts', async () => {
    const { body } = await drawn('2025-08', register(20))
    const { CERTIFICATE: _, ...withoutOne } = findingsOf()
    expect((await check(body.id, 1, withoutOne)).body).toMatchObject({ code: 'sample-points-missing', detail: expect.stringContaining('证书文字与档案一致') })
    expect((await check(body.id, 1, findingsOf({ AGE: 'INVALID' }))).body).toMatchObject({ code: 'sample-needs-remark' })
    expect((await conclude(body.id)).body).toMatchObject({ code: 'sample-unchecked', detail: expect.stringContaining('20 份') })
    expect(await indicator()).toMatchObject({ value: null })
    await checkAll(body.id, [3])
    expect((await conclude(body.id, { ...staff.bureauClerk, roles: ['BU_HEAD'] })).body).toMatchObject({ code: 'separation-of-duties' })
    await conclude(body.id)
    expect(await indicator()).toMatchObject({ value: 95, cutOff: '2025-08-31', components: [{ key: 'CORRECT', value: 19 }, { key: 'OTHER', value: 1 }, { value: 20 }, { value: 0 }] })
    const correct = async (position: number, correctedOn: string) =>
      house.call(staff.bureauClerk, routes.correctSampledFile, { params: { id: body.id, position: String(position) }, body: { version: (await detail(body.id)).version, correctedOn, correction: '已补盖骑缝章并重新扫描归档' } })
    expect((await correct(2, '2025-09-30')).body).toMatchObject({ code: 'file-not-defective' })
    expect((await correct(3, '2025-09-29')).body).toMatchObject({ code: 'correction-date' })
    expect((await correct(3, '2025-09-30')).status).toBe(200)
    expect(await detail(body.id)).toMatchObject({ open: 0, correct: 19 })
    expect(await indicator()).toMatchObject({ value: 95 })
  })

  it('is found behind the number, file by file', async () => {
    const records = async (query: object) => (await house.call(staff.director, routes.findIndicatorRecords, { params: { number: '17' }, query: { limit: 15, ...query } })).body
    const first = await records({})
    const second = await records({ after: first.next ?? undefined })
    expect([first.rows.length, second.rows.length, second.next]).toEqual([15, 5, null])
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(20)
    expect((await records({ component: 'OTHER' })).rows).toMatchObject([{ number: expect.stringMatching(/^J530112-2025-/), component: '抽查有瑕疵或不合格的档案', detail: expect.stringContaining('有瑕疵') }])
  })

  it('waits for the clerk, and for the head to conclude', async () => {
    const { body } = await drawn('2025-06', register(2))
    const tasks = async (actor: typeof staff.head) => (await house.call(actor, routes.findTasks)).body.tasks.map(({ id }) => id)
    expect(await tasks(staff.bureauClerk)).toContain(body.id)
    expect(await tasks(staff.head)).toContain(body.id)
    expect(await tasks(staff.clerk)).not.toContain(body.id)
    const listed = async (query: object) => (await house.call(staff.discipline, routes.findSamples, { query: { limit: 50, ...query } })).body.rows.map(({ id }) => id)
    expect(await listed({ month: '2025-06', state: 'CHECKING', registration: 'MARRIAGE', officeId })).toEqual([body.id])
    expect(await listed({ month: '2025-06', state: 'CONCLUDED' })).toEqual([])
  })
})
