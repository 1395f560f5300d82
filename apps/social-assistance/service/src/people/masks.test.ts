import { ROLE_CODES, type Route } from '@xishan/domain'
import { someone } from '@xishan/service-kit/testing'
import { PARAMETER, contract, routes } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CaseWalk } from '../testing/case-walk'
import { ChangeWalk } from '../testing/change-walk'
import { anEvent, hear } from '../testing/death-households'
import { aPerson } from '../testing/families'
import { COMMUNITY, STREET, openOffice, staff, type Office } from '../testing/office'
import { PaymentWalk, accountOf, documentOf, payingOffice } from '../testing/payment-walk'
import { anOverpayment } from '../testing/recovery-walk'
import { RosterWalk, aNumber, aRow } from '../testing/roster-walk'

let office: Office
const secrets: string[] = ['13812345678', '13900001111', '13777776666', '6223690012345678']
/** An id for every path parameter, by the route's first folder. */
const ids: Record<string, string> = {}

beforeAll(async () => {
  office = await openOffice()
  const spouse = { person: aPerson('陈芳', { birthDate: '1981-06-01', sex: '2' }), facts: { relation: '1' } }
  const walk = await new CaseWalk(office, { others: [spouse], window: { agent: { name: '王小二', phone: '13900001111', relation: '侄子' } } }).to('POSTING', 126000)
  await walk.must(staff.reviewer, routes.recordObjection, { receivedOn: '2025-09-30', way: 'VISIT', objector: '异议乙', phone: '13777776666', content: '该户有车辆' })
  const paid = await new CaseWalk(office, { applicant: aPerson('张在保') }).to('CONFIRMED')
  const [benefit] = await office.sql<{ id: string; household_id: string }>(`select id, household_id from benefit where application_id = $1`, [paid.id])
  Object.assign(ids, { applications: walk.id, 'means-checks': walk.check.id, households: benefit?.household_id, benefits: benefit?.id })
  secrets.push(...[...walk.members, ...paid.members].map(({ person }) => person.document.number))
  await whatFollows(benefit?.id ?? '')
}, 120_000)
/** A change, an overpayment, a payment on its way, a roster with a broken row, a death and a new standard. */
async function whatFollows(benefitId: string): Promise<void> {
  const { body: change } = await new ChangeWalk(office, benefitId).report('RECOMPUTE', 'INCOME')
  const roster = new RosterWalk(office)
  const number = aNumber()
  await roster.checked([aRow(), aRow({ 身份证号: number, 卡号: '6231900000012345684', 所属社区: '没有的社区' })])
  await payingOffice(office, 1)
  const batch = await new PaymentWalk(office).signed()
  await batch.exported()
  const deathId = crypto.randomUUID()
  await hear(office, anEvent('person.died-unidentified', { deathId, revision: 1, diedOn: '2025-09-10', source: 'REGISTRATION', name: '无名氏', birthDate: null }))
  const { body: standard } = await office.call(staff.bureauClerk, routes.proposeParameter, { body: { key: PARAMETER.standard.URBAN, value: 70000, effectiveFrom: '2025-12-01', source: '昆民通〔2025〕1号' } })
  await office.call(staff.director, routes.approveParameter, { params: { id: standard.id }, body: { version: 1, opinion: '同意调整标准' } })
  const first = async (table: string) => (await office.sql<{ id: string }>(`select id from ${table} order by id limit 1`))[0]?.id
  Object.assign(ids, {
    'benefit-changes': change.id, recoveries: await anOverpayment(office, benefitId), 'roster-imports': roster.id, batches: batch.id, 'batch-lines': await first('disbursement_line'),
    deaths: deathId, 'death-tasks': await first('death_task'), 'standard-changes': await first('standard_change'),
  })
  secrets.push(number, '6231900000012345684', accountOf(1), documentOf(1))
}
afterAll(() => office.close())

it('has a row for every address', () => {
  const folders = readable.filter(({ path }) => path.includes('/:id')).map(({ path }) => path.split('/')[1] ?? '')
  expect(folders.filter((folder) => !ids[folder])).toEqual([])
})

const readable = Object.values<Route>(contract.routes).filter(({ method, answer }) => method === 'GET' && answer !== 'file')
const scopeOf = (role: string): string => (role === 'COMMUNITY' ? COMMUNITY : role.startsWith('ST_') ? STREET : '530112')

const textOf = async (role: (typeof ROLE_CODES)[number] | null, route: Route) => {
  const { body } = await office.call(role && someone(role, scopeOf(role)), route, { params: { id: ids[route.path.split('/')[1] ?? ''] ?? '', number: '1' } })
  return JSON.stringify(body)
}

describe('no answer to anybody holds an identity number, a telephone or an account in full', () => {
  it.each([null, ...ROLE_CODES])('%s', async (role) => {
    let read = 0
    for (const route of readable) {
      const text = await textOf(role, route)
      if (!text.includes('"status"')) read += 1
      for (const secret of secrets) expect(text, `${route.path} to ${role}`).not.toContain(secret)
      expect(text, `${route.path} to ${role}`).not.toMatch(/(?<!\d)\d{17}[\dX](?!\d)|"1[3-9]\d{9}"/)
    }
    expect(read, `routes that answered ${role}`).toBeGreaterThan(role === 'SYS' || role === 'SEC' || role === 'AUD' ? -1 : 1)
  })

  it('and the three administrators are refused all business', async () => {
    for (const role of ['SYS', 'SEC', 'AUD'] as const)
      for (const route of readable.filter(({ may }) => may !== 'anyone')) expect(await textOf(role, route)).toContain('not-permitted')
  })
})

it('serves every route that it declares', async () => {
  for (const route of Object.values<Route>(contract.routes)) {
    const { body } = await office.call(someone('SYS'), route, { params: { id: crypto.randomUUID(), number: '1', kind: 'POSTING_SHEET', attachmentId: crypto.randomUUID() }, ...(route.method === 'GET' ? {} : { body: {} }) })
    expect(route.may === 'anyone' ? 'not-permitted' : body.code, `${route.method} ${route.path}`).toBe('not-permitted')
  }
})
