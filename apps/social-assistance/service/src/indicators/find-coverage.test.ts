import { IndicatorAnswers } from '@xishan/domain'
import { someone } from '@xishan/service-kit/testing'
import { routes } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CaseWalk } from '../testing/case-walk'
import { everyPage } from '../testing/every-page'
import { aPerson } from '../testing/families'
import { openOffice, staff, type Office } from '../testing/office'

let office: Office
let confirmed: CaseWalk
let late: CaseWalk
const portal = someone('SERVICE', '530112')

beforeAll(async () => {
  office = await openOffice()
  late = await new CaseWalk(office, { applicant: aPerson('刘久等') }).to('POSTING')
  confirmed = await new CaseWalk(office, { applicant: aPerson('张在保') }).to('CONFIRMED')
  await new CaseWalk(office, { applicant: aPerson('王未查') }).to('ACCEPTED')
})
afterAll(() => office.close())

const numbers = async (asOf?: string, reader = portal) => (await office.call(reader, routes.findIndicators, { query: { asOf } })).body.indicators
const counts = async (asOf?: string, reader = portal) => (await numbers(asOf, reader))[0]?.components.map(({ value }) => value)
const records = async (query: Record<string, string | number> = {}, reader = portal) => (await office.call(reader, routes.findIndicatorRecords, { params: { number: '1' }, query })).body

describe('indicator 1', () => {
  it('is in the shape the portal reads, and is not applicable before anybody is in pay', async () => {
    const { body } = await office.call(portal, routes.findIndicators, { query: { asOf: '2025-09-30' } })
    expect(IndicatorAnswers.parse(body).indicators).toMatchObject([{ number: 1, asOf: '2025-09-30', cutOff: '2025-09-30', value: null, complete: true, sourceLine: 'social-assistance' }])
  })

  it('counts a household from the day of its confirmation, though it is paid from the next month', async () => {
    expect(await numbers('2025-10-10')).toMatchObject([{ value: 100, components: [{ key: 'IN_PAY', value: 1, unit: '户' }, { key: 'OWED', value: 0 }] }])
    expect(await counts('2025-10-09')).toEqual([0, 0])
  })

  it('has that household behind it, with the way to its page', async () => {
    const [benefit] = await office.sql<{ id: string; number: string }>(`select id, number from benefit where application_id = $1`, [confirmed.id])
    expect(await records({ asOf: '2025-10-10' })).toEqual({
      rows: [{ id: benefit?.id, number: benefit?.number, title: '张在保（1 人）', detail: '西苑街道凯苑社区，每月 630元，自 2025-11 起发放', component: '在保家庭', asOf: '2025-10-10', path: `/social-assistance/benefits/${benefit?.id}` }],
      next: null,
    })
  })

  it('falls when a household found entitled is not in pay after the whole term, and shows who waits', async () => {
    await office.advanceTo('2025-11-18')
    expect(await counts()).toEqual([1, 0])
    await office.advanceTo('2025-11-19')
    expect(await numbers()).toMatchObject([{ asOf: '2025-11-19', value: 50, components: [{ value: 1 }, { value: 1 }] }])
    expect((await records({ component: 'OWED' })).rows).toMatchObject([{ id: late.id, number: late.number, title: '刘久等（1 人）', component: expect.stringContaining('超过法定期限'), path: `/social-assistance/applications/${late.id}` }])
  })

  it('does not count a term that stood still on its last day', async () => {
    const terms = await office.sql<{ terms: unknown }>(`select terms from application where id = $1`, [late.id])
    const paused = JSON.stringify(terms[0]?.terms).replaceAll('"suspensions":[]', '"suspensions":[{"from":"2025-11-03","to":null,"reason":"HEARING"}]')
    await office.sql(`set session_replication_role = replica`)
    await office.sql(`update application set terms = $2 where id = $1`, [late.id, paused])
    expect(await counts()).toEqual([1, 0])
    await office.sql(`update application set terms = $2 where id = $1`, [late.id, JSON.stringify(terms[0]?.terms)])
    await office.sql(`set session_replication_role = default`)
    expect(await counts()).toEqual([1, 1])
  })

  it('rises again with the confirmation, and keeps what a past day was', async () => {
    await late.file('POSTING_PHOTO', staff.community)
    for (const [actor, route, body] of [
      [staff.reviewer, routes.submitToBureau, {}],
      [staff.bureauClerk, routes.auditApplication, { opinion: '情况属实，同意' }],
      [staff.head, routes.signApplication, { opinion: '情况属实，同意' }],
      [staff.approver, routes.confirmApplication, { opinion: '情况属实，同意', amountFen: 63000 }],
    ] as const) {
      if (route === routes.submitToBureau) await office.sql(`update attachment set business_date = '2025-10-01' where subject_id = $1 and kind = 'POSTING_PHOTO'`, [late.id])
      await late.must(actor, route, body)
    }
    expect(await counts()).toEqual([2, 0])
    await office.advanceTo('2025-11-20')
    expect(await counts('2025-11-18')).toEqual([1, 0])
  })

  it('has no number for a day that has not come', async () => {
    expect(await numbers('2026-01-01')).toMatchObject([{ asOf: '2025-11-20', cutOff: '2025-11-20' }])
  })
})

describe('the records behind it', () => {
  it('are as many as the components say, in pages without gaps', async () => {
    const seen = await everyPage(1, (query) => records(query))
    const all = (await counts())?.reduce((sum, value) => sum + value, 0)
    expect([seen.length, new Set(seen.map(({ id }) => id)).size]).toEqual([all, all])
  })

  it('stay within the reader’s area, as the number does', async () => {
    expect(await counts(undefined, staff.neighbouringReviewer)).toEqual([0, 0])
    expect((await records({}, staff.neighbouringReviewer)).rows).toEqual([])
    expect((await records({}, staff.reviewer)).rows).toHaveLength(2)
  })

  it('are not given for another line’s number, an unknown part, or to those without business', async () => {
    expect((await office.call(portal, routes.findIndicatorRecords, { params: { number: '2' } })).status).toBe(404)
    expect((await office.call(portal, routes.findIndicatorRecords, { params: { number: '99' } })).status).toBe(422)
    expect((await office.call(portal, routes.findIndicatorRecords, { params: { number: '1' }, query: { component: 'X' } })).status).toBe(422)
    expect((await office.call(staff.checker, routes.findIndicators)).status).toBe(403)
  })
})
