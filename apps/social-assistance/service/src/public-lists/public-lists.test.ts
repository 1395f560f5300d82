import { PublicBenefit, PublicPosting, routes } from '@xishan/social-assistance-contract'
import { Reads } from '@xishan/service-kit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CaseWalk } from '../testing/case-walk'
import { everyPage } from '../testing/every-page'
import { aPerson } from '../testing/families'
import { openOffice, staff, type Office } from '../testing/office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  for (const name of ['张公示', '李公示', '王公示']) await new CaseWalk(office, { applicant: aPerson(name) }).to('POSTING')
  await new CaseWalk(office, { applicant: aPerson('赵不予') }).to('POSTING', 0)
})
afterAll(() => office.close())

const postings = async (query: Record<string, string | number> = {}) => (await office.call(null, routes.publicPostings, { query })).body
const namesOf = async () => (await postings()).rows.map(({ applicantName }) => applicantName).sort()

describe('the postings that anyone may read', () => {
  it('hold name, number of members, amount, community and period, and nothing else', async () => {
    const answer = await office.call(null, routes.publicPostings)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('x-robots-tag')).toContain('noindex')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    for (const row of answer.body.rows) expect(Object.keys(row).sort()).toEqual(Object.keys(PublicPosting.shape).sort())
    expect(answer.body.rows.find(({ applicantName }) => applicantName === '张公示')).toEqual({
      applicantName: '张公示', members: 1, amountFen: 63000, communityName: '凯苑社区', startsOn: '2025-09-30', endsOn: '2025-10-09',
    })
  })

  it('name nobody whom the street will not propose', async () => {
    expect(await namesOf()).toEqual(['张公示', '李公示', '王公示'].sort())
  })

  it('have cursors that lead to no record, and no search by name', async () => {
    const { next } = await postings({ limit: 1 })
    const ids = (await office.sql<{ id: string }>('select id from posting union select application_id from posting')).map(({ id }) => id)
    const cursor = Buffer.from(next ?? '', 'base64url').toString()
    for (const id of ids) expect(cursor).not.toContain(id)
    expect((await everyPage(1, postings)).map(({ applicantName }) => applicantName).sort()).toEqual(await namesOf())
    expect((await postings({ q: '张' })).rows).toHaveLength(3)
    expect((await postings({ after: Buffer.from('x|y').toString('base64url') }))).toMatchObject({ status: 400 })
  })

  it('are filtered by street and community', async () => {
    expect((await postings({ division: '530112002' })).rows).toEqual([])
    expect((await postings({ division: '530112001001' })).rows).toHaveLength(3)
    expect((await office.call(null, routes.publicDivisions)).body.streets).toEqual([
      { code: '530112001', name: '西苑街道', communities: [{ code: '530112001001', name: '凯苑社区' }, { code: '530112001002', name: '丽苑社区' }] },
      { code: '530112002', name: '马街街道', communities: [{ code: '530112002001', name: '张峰社区' }] },
    ])
  })

  it('are gone at once when they are broken off', async () => {
    const [{ id }] = await office.sql<{ id: string }>(`select application_id as id from posting where applicant_name = '李公示'`) as [{ id: string }]
    const [{ version }] = await office.sql<{ version: number }>(`select version from application where id = $1`, [id]) as [{ version: number }]
    const { status } = await office.call(staff.reviewer, routes.recordObjection, { params: { id }, body: { version, receivedOn: '2025-09-30', way: 'VISIT', objector: '', phone: null, content: '该户有车辆' } })
    expect(status).toBe(200)
    expect(await namesOf()).toEqual(['张公示', '王公示'].sort())
  })

  it('stay three days after their end, and no longer', async () => {
    await office.advanceTo('2025-10-12')
    expect(await namesOf()).toHaveLength(2)
    await office.advanceTo('2025-10-13')
    expect(await namesOf()).toEqual([])
  })
})

describe('the long-term list of those in pay', () => {
  it('names applicant, members, amount, community and since when, from the first month paid', async () => {
    await new CaseWalk(office, { applicant: aPerson('孙长期') }).to('CONFIRMED')
    const list = async () => (await office.call(null, routes.publicBenefits)).body.rows
    expect(await list()).toEqual([])
    await office.advanceTo('2025-11-01')
    expect(await list()).toEqual([{ applicantName: '孙长期', members: 1, amountFen: 63000, communityName: '凯苑社区', fromMonth: '2025-11' }])
    for (const row of await list()) expect(Object.keys(row).sort()).toEqual(Object.keys(PublicBenefit.shape).sort())
  })
})

it('sees through its functions only: without a scope no table shows a row, and nobody else may call them', async () => {
  const reads = office.app.get(Reads)
  for (const table of ['posting', 'benefit', 'application', 'household_member', 'search_term'])
    expect(await reads.query({ scope: '000000' }, `select count(*)::int as n from ${table}`), table).toEqual([{ n: 0 }])
  const open = await office.sql(`select proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where nspname = 'social_assistance' and prosecdef and has_function_privilege('public', p.oid, 'execute')`)
  expect(open).toEqual([])
})
