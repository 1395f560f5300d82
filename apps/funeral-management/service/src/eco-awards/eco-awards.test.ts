import { routes } from '@xishan/funeral-management-contract'
import type { TestService } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AwardListWalk, AwardWalk, aBurial, anApplication } from '../testing/eco-awards'
import { aDeath, registered } from '../testing/deaths'
import { aCitizen } from '../testing/facilities'
import { openOffice, staff } from '../testing/office'
import { PICTURE } from '../testing/picture'

let office: TestService
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const submit = (body: object, actor = staff.clerk) => office.call(actor, routes.submitAward, { body })
const basis = async (id: string, actor = staff.clerk) => (await office.call(actor, routes.getAwardBasis, { params: { id } })).body
const tasksOf = async (actor: typeof staff.head) => (await office.call(actor, routes.findTasks)).body.tasks
const walk = () => new AwardWalk(office)
const proposeOf = (route: typeof routes.proposeDispositionChange | typeof routes.proposeDeathChange, id: string, body: object) => office.call(staff.bureauClerk, route, { params: { id }, body: { version: 1, ...body } })

async function revokeDisposition(id: string): Promise<void> {
  const { body } = await proposeOf(routes.proposeDispositionChange, id, { kind: 'REVOCATION', corrected: null, reason: '登记对象有误' })
  expect((await office.call(staff.head, routes.approveDispositionChange, { params: { id: body.id }, body: { version: 1, opinion: '核对属实，同意' } })).status).toBe(200)
}
async function correctDisposition(id: string, kind: string, disposedOn = '2025-09-25'): Promise<void> {
  const corrected = { kind, remains: 'ASHES', disposedOn, place: '西山公墓', certificateNumber: `GZ-${id.slice(-12)}` }
  const { body } = await proposeOf(routes.proposeDispositionChange, id, { kind: 'CORRECTION', corrected, reason: '安放方式登记有误' })
  expect((await office.call(staff.head, routes.approveDispositionChange, { params: { id: body.id }, body: { version: 1, opinion: '核对属实，同意' } })).status).toBe(200)
}
async function revokeDeath(id: string): Promise<void> {
  const { body } = await proposeOf(routes.proposeDeathChange, id, { kind: 'REVOCATION', reason: '公安机关来函确认误登记' })
  await office.call(staff.clerk, routes.addDeathPaper, { params: { id }, body: { kind: 'CHANGE_PROOF' }, file: { name: '来函.png', type: 'image/png', bytes: PICTURE } })
  expect((await office.call(staff.head, routes.approveDeathChange, { params: { id: body.id }, body: { version: 1, opinion: '同意撤销' } })).status).toBe(200)
}

describe('an application', () => {
  it.each([
    ['SCATTER', 200_000],
    ['TREE', 100_000],
    ['FLOWER', 100_000],
    ['LAWN', 100_000],
    ['STORAGE', 50_000],
  ])('for %s comes to %i fen (specification E2, assumption)', async (kind, amountFen) => {
    const { dispositionId } = await aBurial(office, { kind })
    expect(await basis(dispositionId)).toMatchObject({ amountFen, assumed: true, obstacle: null, mayApply: true, applyUntil: '2026-03-25' })
    const { status, body } = await submit(anApplication(dispositionId))
    expect(status).toBe(200)
    const { body: award } = await office.call(staff.head, routes.getAward, { params: { id: body.id } })
    expect(award).toMatchObject({ state: 'SUBMITTED', amountFen, dueOn: '2025-10-14', accountLastFour: '5678', applicantMasked: expect.stringMatching(/^\d{6}\*+\d{4}$/), phoneMasked: '138****5678' })
    expect(await basis(dispositionId)).toMatchObject({ mayApply: false, awards: [{ id: body.id }] })
  })

  it.each([
    ['TEMPORARY', 'award-not-eco', '临时寄存'],
    ['PLOT', 'award-not-eco', '传统墓位'],
    ['SMALL_PLOT', 'award-no-standard', '节地型墓位'],
  ])('for %s is refused', async (kind, code, words) => {
    const { dispositionId } = await aBurial(office, { kind })
    const { body } = await submit(anApplication(dispositionId))
    expect(body).toMatchObject({ code, detail: expect.stringContaining(words) })
    expect(await basis(dispositionId)).toMatchObject({ amountFen: 0, mayApply: false, obstacle: body.detail })
  })

  it('is taken until the last day, which a day off moves, and not later', async () => {
    const late = await registered(office, staff.clerk, aDeath(undefined, { diedOn: '2025-03-01' }))
    const record = (disposedOn: string, deathId: string, certificateNumber: string) => office.call(staff.bureauClerk, routes.recordDisposition, { body: { deathId, person: null, kind: 'TREE', remains: 'ASHES', disposedOn, place: '西山公墓', certificateNumber, handler: '李建军', handlerRelation: '儿子' } })
    const { body: past } = await record('2025-03-29', late, 'QX-1')
    expect((await submit(anApplication(past.id))).body).toMatchObject({ code: 'award-too-late', detail: expect.stringContaining('2025年9月29日') })
    const inTime = await registered(office, staff.clerk, aDeath(undefined, { diedOn: '2025-03-01' }))
    const { body: last } = await record('2025-03-30', inTime, 'QX-2')
    expect(await basis(last.id)).toMatchObject({ applyUntil: '2025-09-30' })
    expect((await submit(anApplication(last.id))).status).toBe(200)
  })

  it('asks for the account of a living applicant who is not the deceased', async () => {
    const { dispositionId } = await aBurial(office)
    expect((await submit(anApplication(dispositionId, { account: { bank: '农信', number: '62319000', holder: '别人' } }))).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'name' }, { field: 'account.holder' }] })
    expect((await submit(anApplication(dispositionId, { document: { type: '1', number: '530112199001011239' } }))).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'document.number' }] })
    const document = aCitizen()
    await registered(office, staff.bureauClerk, aDeath({ name: '李建军', document, hukouDivisionCode: '530112002001' }))
    expect((await submit(anApplication(dispositionId, { document }))).body).toMatchObject({ code: 'award-payee-dead', errors: [{ field: 'document.number' }] })
  })

  it('is made once for a deceased, whoever asks at once, and in the database', async () => {
    const { dispositionId } = await aBurial(office)
    const answers = await Promise.all([submit(anApplication(dispositionId)), submit(anApplication(dispositionId), staff.bureauClerk)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'award-known', detail: expect.stringMatching(/XS-FMJ-2025-\d{6}/) })
    await expect(office.sql(`insert into eco_award select (r).* from (select jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'number', 'X')) r from eco_award a where disposition_id = '${dispositionId}') x`)).rejects.toThrow(/award_of_(death|person)/)
  })

  it('sent twice under one key is one', async () => {
    const { dispositionId } = await aBurial(office)
    const send = () => office.call(staff.clerk, routes.submitAward, { body, key: 'award-key-0001' })
    const body = anApplication(dispositionId)
    const [first, second] = [await send(), await send()]
    expect([first.status, second.status, second.body.id]).toEqual([200, 200, first.body.id])
  })

  it('is not seen by another street', async () => {
    const award = await walk().to('SUBMITTED')
    expect((await office.call(staff.neighbour, routes.getAward, { params: { id: award.id } })).status).toBe(404)
  })
})

describe('a decision', () => {
  it('needs the papers, and another person at each step', async () => {
    const { dispositionId } = await aBurial(office)
    const { body } = await submit(anApplication(dispositionId), staff.bureauClerk)
    const at = (route: typeof routes.checkAward | typeof routes.confirmAward, actor: typeof staff.head, version = 1) => office.call(actor, route, { params: { id: body.id }, body: { version, opinion: '材料齐全，情况属实' } })
    expect((await at(routes.checkAward, staff.reviewer)).body).toMatchObject({ code: 'attachment-missing', detail: expect.stringContaining('安放（葬）证明、申请人身份证件') })
    for (const kind of ['BURIAL_CERTIFICATE', 'APPLICANT_ID']) await office.call(staff.clerk, routes.addAwardPaper, { params: { id: body.id }, body: { kind }, file: { name: '扫描件.png', type: 'image/png', bytes: PICTURE } })
    expect((await at(routes.checkAward, staff.bureauClerk)).body).toMatchObject({ code: 'separation-of-duties' })
    expect((await at(routes.checkAward, staff.hallClerk)).status).toBe(200)
    expect((await at(routes.confirmAward, { ...staff.hallClerk, roles: ['BU_HEAD'] }, 2)).body).toMatchObject({ code: 'separation-of-duties' })
    const both = await Promise.all([at(routes.confirmAward, staff.head, 2), at(routes.confirmAward, staff.otherHead, 2)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'stale-version' })
  })

  it('may return, and what is corrected is worked out anew', async () => {
    const award = await walk().to('SUBMITTED')
    await correctDisposition(award.dispositionId, 'SCATTER')
    expect((await award.take(staff.reviewer, routes.checkAward, { opinion: '材料齐全，情况属实' })).body).toMatchObject({ code: 'award-basis-changed', detail: expect.stringContaining('已更正') })
    await award.must(staff.reviewer, routes.returnAward, { reason: '安放方式已更正，请重新核对' })
    expect((await tasksOf(staff.clerk)).map(({ id }) => id)).toContain(award.id)
    const unchanged = { name: '李建军', relation: '长子', document: null, phone: null, account: null }
    expect((await award.take(staff.clerk, routes.correctAward, { ...unchanged, name: '李建国' })).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'document' }] })
    await award.must(staff.clerk, routes.correctAward, { ...unchanged, remark: '已核对' })
    expect(await award.now()).toMatchObject({ state: 'SUBMITTED', kind: 'SCATTER', amountFen: 200_000, relation: '长子', fault: null })
    await award.must(staff.clerk, routes.withdrawAward, { reason: '家属放弃申请' })
    expect((await submit(anApplication(award.dispositionId))).status).toBe(200)
  })

  it('may refuse, with a reason that the page shows', async () => {
    const award = await walk().to('CHECKED')
    await award.must(staff.head, routes.refuseAward, { reason: '安葬证明与现场不符' })
    expect(await award.now()).toMatchObject({ state: 'REFUSED', dueOn: null, actions: [], steps: expect.arrayContaining([expect.objectContaining({ action: 'refuse', opinion: '安葬证明与现场不符' })]) })
  })

  it('shows the sealed numbers only with a reason, and logs who looked', async () => {
    const award = await walk().to('SUBMITTED')
    const reveal = (what: string, reason?: string) => office.call(staff.reviewer, routes.reveal, { body: { what, id: award.id, reason } })
    expect((await reveal('AWARD_ACCOUNT')).body).toMatchObject({ code: 'reveal-needs-reason' })
    expect((await reveal('AWARD_ACCOUNT', '核对银行账号')).body).toEqual({ value: '6231900000012345678' })
    expect((await reveal('AWARD_APPLICANT_PHONE', '联系补正材料')).body).toEqual({ value: '13812345678' })
    expect(await office.sql(`select field, actor_name from reveal_log where subject_id = '${award.id}' order by field`)).toMatchObject([{ field: 'AWARD_ACCOUNT', actor_name: '普建华' }, { field: 'AWARD_APPLICANT_PHONE' }])
    expect(JSON.stringify(await office.sql(`select summary from audit_entry where subject_id = '${award.id}'`))).not.toMatch(/6231900000012345678|13812345678/)
  })
})

describe('what an award stood on', () => {
  it('revoked before payment, is a task for the head, who stops it', async () => {
    const award = await walk().to('CONFIRMED')
    expect((await award.take(staff.head, routes.stopAward, { reason: '依据已撤销' })).body).toMatchObject({ code: 'award-basis-stands' })
    await revokeDisposition(award.dispositionId)
    expect(await tasksOf(staff.head)).toContainEqual(expect.objectContaining({ id: award.id, state: '安放记录已撤销' }))
    expect((await office.call(staff.bureauClerk, routes.makeAwardList, { body: { awards: [award.id] } })).body).toMatchObject({ code: 'award-not-payable', detail: expect.stringContaining('安放记录已撤销') })
    expect((await award.take(staff.head, routes.upholdAward, { reason: '核对后维持原奖补' })).body).toMatchObject({ code: 'award-amount-differs' })
    await award.must(staff.head, routes.stopAward, { reason: '安放记录已撤销' })
    expect((await tasksOf(staff.head)).map(({ id }) => id)).not.toContain(award.id)
  })

  it('corrected without another amount, is upheld', async () => {
    const award = await walk().to('CONFIRMED')
    await correctDisposition(award.dispositionId, 'FLOWER')
    await award.must(staff.head, routes.upholdAward, { reason: '同为 1000 元标准' })
    expect(await award.now()).toMatchObject({ state: 'CONFIRMED', kind: 'FLOWER', fault: null, amountFen: 100_000 })
  })

  it('lost after payment, is claimed back to the fen and settled', async () => {
    const [revoked, corrected] = [await walk().to('CONFIRMED'), await walk().to('CONFIRMED')]
    const list = await (await new AwardListWalk(office).make([revoked.id, corrected.id])).exported()
    await list.answered()
    await revokeDeath(revoked.deathId)
    await correctDisposition(corrected.dispositionId, 'STORAGE')
    expect((await tasksOf(staff.bureauClerk)).filter(({ id }) => [revoked.id, corrected.id].includes(id)).map(({ state }) => state).toSorted()).toEqual(['安放方式或日期已更正', '死亡登记已撤销'].toSorted())
    for (const award of [revoked, corrected]) await award.must(staff.bureauClerk, routes.claimAward, { reason: '依据已变化，应予追回' })
    expect((await revoked.now()).recoveryFen).toBe(100_000)
    expect((await corrected.now()).recoveryFen).toBe(50_000)
    const repay = (amountFen: number, receipt: string) => corrected.take(staff.finance, routes.repayAward, { amountFen, repaidOn: '2025-09-30', receipt })
    expect((await repay(50_001, '0001')).body).toMatchObject({ code: 'award-repayment-too-much', detail: expect.stringContaining('500.00') })
    expect((await repay(49_999, '0001')).status).toBe(200)
    expect((await repay(1, '0001')).body).toMatchObject({ code: 'award-receipt-booked' })
    expect((await corrected.take(staff.bureauClerk, routes.settleAward, { opinion: '款项已退清' })).body).toMatchObject({ code: 'award-not-settled', detail: expect.stringContaining('0.01') })
    expect((await repay(1, '0002')).status).toBe(200)
    expect((await tasksOf(staff.finance)).map(({ id }) => id)).not.toContain(corrected.id)
    await corrected.must(staff.bureauClerk, routes.settleAward, { opinion: '款项已退清' })
    expect(await corrected.now()).toMatchObject({ state: 'RECOVERED', recoveredFen: 50_000, repayments: [{ amountFen: 49_999 }, { amountFen: 1 }] })
    expect((await submit(anApplication(corrected.dispositionId))).body).toMatchObject({ code: 'award-known' })
  })
})

it('an export holds the list, masked as it is', async () => {
  const { status } = await office.call(staff.head, routes.startExport, { body: { subject: 'ECO_AWARDS', filters: {} } })
  expect(status).toBe(200)
  const { body } = await office.call(staff.discipline, routes.findAwards, { query: { limit: 100, state: 'RECOVERED' } })
  expect(body.rows).toMatchObject([{ applicantName: '李建军', accountLastFour: '5678' }])
})
