import { routes, type TrainingDetail } from '@xishan/funeral-management-contract'
import type { TestService } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openOffice, staff } from '../testing/office'
import { aTrainee, aTraining } from '../testing/trainings'

let office: TestService
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const add = async (changed: object = {}): Promise<string> => (await office.call(staff.bureauClerk, routes.addTraining, { body: aTraining(changed) })).body.id
const keep = (id: string, version: number, trainees: object[]) => office.call(staff.bureauClerk, routes.keepTrainees, { params: { id }, body: { version, trainees } })
const detail = async (id: string): Promise<TrainingDetail> => (await office.call(staff.head, routes.getTraining, { params: { id } })).body
const figures = async (kind: string) => (await office.call(staff.discipline, routes.trainingFigures, { params: { kind } })).body.years
const titles = async (kind: string) => (await office.call(staff.head, routes.findTrainings, { params: { kind } })).body.rows.map(({ title }) => title)

it('a training of funeral staff and one of registrars never stand in one list', async () => {
  const [funeral, registrar] = [await add({ title: '殡葬服务礼仪' }), await add({ kind: 'REGISTRAR', title: '婚姻登记实务' })]
  expect([await titles('FUNERAL'), await titles('REGISTRAR')]).toEqual([['殡葬服务礼仪'], ['婚姻登记实务']])
  expect([(await detail(funeral)).number, (await detail(registrar)).number]).toEqual([expect.stringMatching(/^XS-FMT-/), expect.stringMatching(/^XS-RGT-/)])
  expect((await office.call(staff.head, routes.findTrainings, { params: { kind: 'ALL' } })).body).toMatchObject({ code: 'invalid-input' })
})

it('the list of who took part is kept as a whole, and says who was left out', async () => {
  const id = await add()
  await keep(id, 1, [aTrainee('李一'), aTrainee('李二', { result: 'FAILED' })])
  expect((await keep(id, 1, [])).body).toMatchObject({ code: 'stale-version' })
  await keep(id, 2, [aTrainee('李二', { certificateNumber: 'ZS-1' }), aTrainee('李三', { result: 'NONE' })])
  expect(await detail(id)).toMatchObject({ trainees: 2, passed: 1, people: [{ name: '李二', result: 'PASSED' }, { name: '李三' }] })
  const [entry] = await office.sql<{ changes: string }>(`select summary::text as changes from audit_entry where subject_id = $1 and action = 'keepTrainees' order by seq desc limit 1`, [id])
  expect(entry?.changes).toContain('李一')
  expect((await keep(id, 3, [aTrainee('李二'), aTrainee('李二')])).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'trainees' }] })
})

it('by year: trainings, hours, who came, who passed; a cancelled one is not counted and takes no more', async () => {
  const [first, second, mistaken] = [await add({ kind: 'REGISTRAR', heldOn: '2024-05-01', hours: 4 }), await add({ kind: 'REGISTRAR', heldOn: '2024-06-01', hours: 2.5 }), await add({ kind: 'REGISTRAR', heldOn: '2024-06-02' })]
  await keep(first, 1, [aTrainee('王一', { certificateNumber: 'D-1' }), aTrainee('王二')])
  await keep(second, 1, [aTrainee('王一', { result: 'FAILED' })])
  await office.call(staff.bureauClerk, routes.cancelTraining, { params: { id: mistaken }, body: { version: 1, reason: '重复登记' } })
  expect((await figures('REGISTRAR')).find(({ year }) => year === 2024)).toEqual({ year: 2024, trainings: 2, hours: 6.5, attendances: 3, people: 2, passed: 2, certificates: 1 })
  expect((await keep(mistaken, 2, [aTrainee('王三')])).body).toMatchObject({ code: 'training-cancelled' })
})

it.each([
  ['来日', { heldOn: '2025-10-01' }, 'training-in-future', 'heldOn'],
  ['没有学时', { hours: 0 }, 'invalid-input', 'hours'],
  ['学时零头', { hours: 1.3 }, 'invalid-input', 'hours'],
  ['没有对象', { kind: 'OTHER' }, 'invalid-input', 'kind'],
])('is refused: %s', async (_case, changed, code, field) => {
  expect((await office.call(staff.bureauClerk, routes.addTraining, { body: aTraining(changed) })).body).toMatchObject({ code, errors: [{ field }] })
})
