import { PARAMETER, routes } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CaseWalk } from '../testing/case-walk'
import { openOffice, staff, type Office } from '../testing/office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const standard = { key: PARAMETER.standard.URBAN, value: 70000, effectiveFrom: '2025-10-20', source: '昆民通〔2025〕1号' }
const propose = (changed: object = {}, actor = staff.bureauClerk) => office.call(actor, routes.proposeParameter, { body: { ...standard, ...changed } })
const approve = (id: string, actor = staff.director, version = 1) => office.call(actor, routes.approveParameter, { params: { id }, body: { version, opinion: '同意调整标准' } })

describe('a new version of a parameter', () => {
  it('is refused for an unknown key, a day that is not to come and a value of another kind', async () => {
    expect((await propose({ key: 'subsistence.nonsense' })).body).toMatchObject({ status: 404, code: 'parameter-unknown' })
    expect((await propose({ key: PARAMETER.elderlyAge, value: 65, effectiveFrom: '2025-09-01' })).body).toMatchObject({ status: 422, code: 'parameter-in-the-past' })
    expect((await propose({ value: '七百元' })).body).toMatchObject({ code: 'parameter-value' })
    expect((await propose({ value: -1 })).body).toMatchObject({ code: 'parameter-value' })
    expect((await propose({ key: PARAMETER.amountMode, value: 'HALF' })).body).toMatchObject({ code: 'parameter-value', detail: expect.stringContaining('GAP') })
    expect((await propose({ key: 'subsistence.term.posting', value: 0 })).body).toMatchObject({ code: 'parameter-value' })
  })

  it.each([
    ['the first of a month that is over', '2024-09-01', 200, undefined],
    ['a day within it', '2025-09-15', 422, 'parameter-not-first-of-month'],
    ['further back than the parameter allows', '2024-08-01', 422, 'parameter-too-far-back'],
  ])('of what amounts are made of may begin on %s: %s', async (_, effectiveFrom, status, code) => {
    const { body, ...answer } = await propose({ key: PARAMETER.tier.C, value: 31000, effectiveFrom })
    expect([answer.status, body.code]).toEqual([status, code])
  })

  it('is proposed by one and approved by another, once at a time', async () => {
    const { body } = await propose()
    expect((await propose({ value: 71000 })).body).toMatchObject({ status: 409, code: 'parameter-pending' })
    const both = { ...staff.bureauClerk, roles: ['BU_CLERK', 'BU_APPROVER'] as const }
    expect((await approve(body.id, both)).body).toMatchObject({ status: 403, code: 'separation-of-duties' })
    expect((await approve(body.id, staff.head)).body).toMatchObject({ status: 403, code: 'not-permitted' })
    expect((await approve(body.id)).status).toBe(200)
    expect((await approve(body.id, staff.director, 2)).body).toMatchObject({ code: 'action-out-of-state' })
    expect(await office.sql(`select version, value, effective_from::text, source_mark, proposal_id is not null as proposed from parameter_version where key = $1 order by version`, [standard.key])).toEqual([
      { version: 1, value: 63000, effective_from: '2016-01-01', source_mark: 'assumption', proposed: false },
      { version: 2, value: 70000, effective_from: '2025-10-20', source_mark: 'assumption', proposed: true },
    ])
  })

  it.each([
    ['law', PARAMETER.minorAge],
    ['seed', PARAMETER.warnAt],
  ] as const)('keeps that its grounds are of the kind %s, as its proposer said', async (sourceMark, key) => {
    const { body } = await propose({ key, value: 17, sourceMark })
    expect((await office.call(staff.director, routes.findParameters)).body.proposals).toContainEqual(expect.objectContaining({ key, sourceMark }))
    expect((await approve(body.id)).status).toBe(200)
    expect(await office.sql(`select source_mark from parameter_version where key = $1 and version = 2`, [key])).toEqual([{ source_mark: sourceMark }])
  })

  it('is proposed once even by two at the same moment', async () => {
    const answers = await Promise.all([propose({ key: PARAMETER.clergyYears, value: 2 }), propose({ key: PARAMETER.clergyYears, value: 4 })])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })

  it('is sent back with a reason and changes nothing', async () => {
    const { body } = await propose({ key: PARAMETER.minimumPayment, value: 6000 })
    expect((await office.call(staff.approver, routes.rejectParameter, { params: { id: body.id }, body: { version: 1, reason: '依据不足，退回' } })).status).toBe(200)
    expect(await office.sql(`select state, decided_by, opinion from parameter_proposal where id = $1`, [body.id])).toEqual([{ state: 'REJECTED', decided_by: '周文静', opinion: '依据不足，退回' }])
    expect(await office.sql(`select count(*)::int as n from parameter_version where key = $1`, [PARAMETER.minimumPayment])).toEqual([{ n: 1 }])
    expect((await propose({ key: PARAMETER.minimumPayment, value: 6000 })).status).toBe(200)
  })

  it('is approved too late when its day has come', async () => {
    const { body } = await propose({ key: PARAMETER.elderlyAge, value: 65, effectiveFrom: '2025-10-01' })
    await office.advanceTo('2025-10-01')
    expect((await approve(body.id)).body).toMatchObject({ status: 422, code: 'parameter-in-the-past' })
  })

  it('decides from its day on: the same household before and after', async () => {
    const walk = await new CaseWalk(office).to('OPINION')
    const give = (amountFen: number) => walk.act(staff.reviewer, routes.giveOpinion, { recommend: true, opinion: '拟予以确认', amountFen })
    await office.advanceTo('2025-10-19')
    expect((await give(70000)).body).toMatchObject({ code: 'amount-changed', detail: expect.stringContaining('630') })
    await office.advanceTo('2025-10-20')
    expect((await give(63000)).body).toMatchObject({ code: 'amount-changed', detail: expect.stringContaining('700') })
    expect((await give(70000)).status).toBe(200)
    const [step] = await office.sql<{ version: number }>(
      `select (parameter ->> 'version')::int as version from case_step, jsonb_path_query(trace, '$.steps[*].parameters[*]') parameter where case_id = $1 and parameter ->> 'key' = $2`,
      [walk.id, standard.key],
    )
    expect(step).toEqual({ version: 2 })
  })
})
