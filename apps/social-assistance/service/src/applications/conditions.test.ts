import { routes } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CaseWalk } from '../testing/case-walk'
import { aSurvey } from '../testing/families'
import { openOffice, staff, type Office } from '../testing/office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const aCase = (options?: ConstructorParameters<typeof CaseWalk>[1]) => new CaseWalk(office, options)
const opinion = '经审查，同意上报'

describe('the window', () => {
  it('keeps a draft with two fields and says what is missing when it is submitted', async () => {
    const { body } = await office.call(staff.community, routes.createDraft, { body: { applicantName: '张小花', phone: '13987654321' } })
    const submitted = await office.call(staff.community, routes.submitApplication, { params: { id: body.id }, body: { version: body.version } })
    expect(submitted.body).toMatchObject({ status: 422, code: 'window-incomplete' })
    expect(submitted.body.errors?.map(({ field }) => field)).toEqual(expect.arrayContaining(['document', 'residence', 'address', 'hardship', 'staffRelative', 'agent', 'memberCount']))
    expect(await office.sql(`select state, version from application where id = $1`, [body.id])).toEqual([{ state: 'DRAFT', version: 1 }])
  })

  it('refuses a community of another street and a birth after today', async () => {
    const elsewhere = await office.call(staff.clerk, routes.createDraft, { body: { divisionCode: '530112002001' } })
    expect(elsewhere.body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'divisionCode' }] })
    const unborn = await office.call(staff.clerk, routes.createDraft, { body: { document: { type: '1', number: '530112202601010010' } } })
    expect(unborn.body).toMatchObject({ status: 422, code: 'invalid-input', errors: [{ field: 'document.number' }] })
  })

  it('corrects what was typed until acceptance, not later', async () => {
    const walk = await aCase().to('SUBMITTED')
    await walk.must(staff.clerk, routes.updateDraft, { address: '凯苑路 9 号', divisionCode: '530112001002' })
    expect(await walk.row('address, division_code')).toEqual({ address: '凯苑路 9 号', division_code: '530112001002' })
    expect(await office.sql(`select distinct division_code from case_step where case_id = $1`, [walk.id])).toEqual([{ division_code: '530112001002' }])
    await walk.to('ACCEPTED')
    expect((await walk.act(staff.clerk, routes.updateDraft, { address: '别处' })).body).toMatchObject({ status: 409, code: 'not-editable' })
  })

  it('tells once what is missing, and waits for it', async () => {
    const walk = await aCase().to('SUBMITTED')
    const notice = { missing: ['INCOME_PROOF'], reason: '请补交收入证明', answerBy: '2025-10-15' }
    expect((await walk.act(staff.clerk, routes.requestCorrection, { ...notice, answerBy: '2025-09-30' })).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'answerBy' }] })
    await walk.must(staff.clerk, routes.requestCorrection, notice)
    expect(await walk.row('state, due_on::text')).toEqual({ state: 'CORRECTION', due_on: '2025-10-15' })
    await walk.must(staff.clerk, routes.completeCorrection, { remark: '已补交' })
    expect(await walk.row('state, due_on')).toEqual({ state: 'SUBMITTED', due_on: null })
    expect((await walk.act(staff.clerk, routes.requestCorrection, notice)).body).toMatchObject({ status: 409, code: 'correction-only-once' })
    await walk.to('ACCEPTED')
  })

  it('does not accept with a reason and the remedies', async () => {
    const walk = await aCase().to('SUBMITTED')
    await walk.must(staff.clerk, routes.notAcceptApplication, { reason: '户籍和居住地均不在本区' })
    expect(await walk.row('outcome, remedy', 'decision', 'application_id')).toMatchObject({ outcome: 'NOT_ACCEPTED', remedy: expect.stringContaining('60日') })
  })
})

describe('an action', () => {
  it('is refused out of its state, of its role, of its area, twice and on a stale version', async () => {
    const walk = await aCase().to('SUBMITTED')
    const { version } = walk
    expect((await walk.act(staff.clerk, routes.startInvestigation)).body).toMatchObject({ status: 409, code: 'action-out-of-state' })
    expect((await walk.act(staff.reviewer, routes.acceptApplication)).body).toMatchObject({ status: 403, code: 'not-permitted' })
    expect((await walk.act(staff.neighbour, routes.acceptApplication)).body).toMatchObject({ status: 404, code: 'not-found' })
    await walk.must(staff.clerk, routes.acceptApplication)
    expect((await walk.act(staff.clerk, routes.acceptApplication)).body).toMatchObject({ status: 409, code: 'action-out-of-state' })
    const stale = await office.call(staff.colleague, routes.acceptApplication, { params: { id: walk.id }, body: { version } })
    expect(stale.body).toMatchObject({ status: 409, code: 'stale-version', detail: expect.stringContaining('李红梅') })
    expect(await office.sql(`select count(*)::int as n from case_step where case_id = $1 and action = 'accept'`, [walk.id])).toEqual([{ n: 1 }])
  })

  it('sent twice with one key happens once', async () => {
    const walk = await aCase().to('SUBMITTED')
    const send = () => office.call(staff.clerk, routes.acceptApplication, { params: { id: walk.id }, body: { version: walk.version }, key: 'accept-once-1' })
    const [first, second] = await Promise.all([send(), send()])
    expect(second.body).toEqual(first.body)
    expect(first.status).toBe(200)
  })

  it('keeps its evidence: no investigation without authorisation and sheet, no survey without its paper', async () => {
    const walk = await aCase().to('ACCEPTED')
    expect((await walk.act(staff.clerk, routes.startInvestigation)).body).toMatchObject({ status: 422, code: 'attachment-missing', detail: expect.stringContaining('家庭经济状况核对授权书') })
    for (const kind of ['CHECK_AUTHORISATION', 'COMMITMENT'] as const) expect((await walk.file(kind)).status).toBe(200)
    expect((await walk.act(staff.clerk, routes.startInvestigation)).body).toMatchObject({ code: 'household-incomplete' })
    await walk.to('INVESTIGATING')
    expect((await walk.act(staff.clerk, routes.investigate, { survey: aSurvey() })).body).toMatchObject({ code: 'attachment-missing' })
    await walk.file('SURVEY_RECORD')
    expect((await walk.act(staff.clerk, routes.investigate, { survey: aSurvey({ surveyedOn: '2099-01-01' }) })).body).toMatchObject({ code: 'date-in-future' })
  })
})

describe('two people investigate, a third gives the opinion', () => {
  it('nobody countersigns what he recorded himself', async () => {
    const walk = await aCase().to('COUNTERSIGNING')
    expect((await walk.act(staff.clerk, routes.countersign, { agrees: true })).body).toMatchObject({ status: 403, code: 'separation-of-duties' })
  })

  it('a survey sent back unsigned is written anew; one signed begins another round', async () => {
    const walk = await aCase().to('COUNTERSIGNING')
    await walk.must(staff.colleague, routes.sendBackSurvey, { reason: '收入情况未问清' })
    await walk.must(staff.clerk, routes.investigate, { survey: aSurvey({ conclusion: '补充询问后情况属实' }) })
    await walk.to('OPINION')
    expect(await office.sql(`select round, countersigned_by, record ->> 'conclusion' as conclusion from survey where application_id = $1`, [walk.id])).toEqual([
      { round: 1, countersigned_by: '赵云波', conclusion: '补充询问后情况属实' },
    ])
    await walk.must(staff.reviewer, routes.sendBackSurvey, { reason: '邻里访问缺失' })
    await walk.to('OPINION')
    expect(await office.sql(`select round from survey where application_id = $1 order by round`, [walk.id])).toEqual([{ round: 1 }, { round: 2 }])
  })

  it('the opinion waits for the check, follows the rules and names their amount', async () => {
    const walk = await aCase({ wagesFen: 20000 }).to('INVESTIGATING')
    await walk.file('SURVEY_RECORD')
    await walk.must(staff.clerk, routes.investigate, { survey: aSurvey() })
    await walk.must(staff.colleague, routes.countersign, { agrees: true })
    const give = (recommend: boolean, amountFen: number) => walk.act(staff.reviewer, routes.giveOpinion, { recommend, opinion, amountFen })
    expect((await give(true, 43000)).body).toMatchObject({ code: 'means-check-open' })
    await walk.passCheck()
    expect((await give(true, 63000)).body).toMatchObject({ status: 409, code: 'amount-changed', detail: expect.stringContaining('430') })
    await walk.must(staff.reviewer, routes.giveOpinion, { recommend: true, opinion, amountFen: 43000 })
    await walk.must(staff.leader, routes.sendBackOpinion, { reason: '请补充说明' })
    expect(await walk.state()).toBe('OPINION')
  })

  it('no opinion in favour of a household above the standard', async () => {
    const walk = await aCase({ wagesFen: 90000 }).to('OPINION')
    expect((await walk.act(staff.reviewer, routes.giveOpinion, { recommend: true, opinion, amountFen: 0 })).body).toMatchObject({ code: 'not-eligible' })
    await walk.must(staff.reviewer, routes.giveOpinion, { recommend: false, opinion: '收入高于标准，拟不予确认', amountFen: 0 })
  })
})

describe('separation after the posting', () => {
  it('who audited does not sign, who signed does not confirm', async () => {
    const walk = await aCase().to('AUDITED')
    const both = { ...staff.bureauClerk, roles: ['BU_CLERK', 'BU_HEAD', 'BU_APPROVER'] as const }
    expect((await walk.act(both, routes.signApplication, { opinion })).body).toMatchObject({ code: 'separation-of-duties' })
    await walk.to('SIGNED')
    expect((await walk.act(both, routes.confirmApplication, { opinion, amountFen: 63000 })).body).toMatchObject({ code: 'separation-of-duties' })
    expect((await walk.act(staff.approver, routes.confirmApplication, { opinion, amountFen: 63100 })).body).toMatchObject({ code: 'amount-changed' })
  })

  it('goes back to the bureau’s clerk, to the street, and up again', async () => {
    const walk = await aCase().to('SIGNED')
    await walk.must(staff.approver, routes.sendBackAudit, { reason: '金额依据请再核' })
    expect(await walk.state()).toBe('SUBMITTED_BUREAU')
    await walk.must(staff.bureauClerk, routes.returnToStreet, { reason: '请补充残疾证明' })
    expect(await walk.row('state, due_on is not null as due')).toEqual({ state: 'RETURNED', due: true })
    await walk.must(staff.reviewer, routes.resubmit, { remark: '已补充残疾证明材料' })
    await walk.to('SIGNED')
    await walk.must(staff.head, routes.returnToStreet, { reason: '请重新入户核实' })
    await walk.must(staff.clerk, routes.resumeInvestigation, {})
    expect(await walk.row('state, recommended, amount_fen')).toEqual({ state: 'INVESTIGATING', recommended: null, amount_fen: null })
    await walk.to('POSTING')
    expect(await office.sql(`select round from posting where application_id = $1 order by round`, [walk.id])).toEqual([{ round: 1 }, { round: 2 }])
  })
})

describe('an end without a decision in favour', () => {
  it('the applicant withdraws in writing', async () => {
    const walk = await aCase().to('POSTING')
    expect((await walk.act(staff.clerk, routes.withdrawApplication, { requestedOn: '2025-09-30' })).body).toMatchObject({ code: 'attachment-missing' })
    await walk.file('WITHDRAWAL_REQUEST')
    expect((await walk.act(staff.clerk, routes.withdrawApplication, { requestedOn: '2099-01-01' })).body).toMatchObject({ code: 'date-in-future' })
    await walk.must(staff.clerk, routes.withdrawApplication, { requestedOn: '2025-09-30', reason: '已就业' })
    expect(await walk.row('state, due_on')).toEqual({ state: 'WITHDRAWN', due_on: null })
    expect(await walk.row('closed_by', 'posting', 'application_id')).toEqual({ closed_by: 'WITHDRAWN' })
  })

  it('a family that does not cooperate is terminated with remedies', async () => {
    const walk = await aCase().to('INVESTIGATING')
    await walk.file('NON_COOPERATION_RECORD')
    await walk.must(staff.reviewer, routes.terminateApplication, { reason: '三次拒绝入户调查', notifiedOn: '2025-09-30' })
    expect(await walk.row('outcome, remedy', 'decision', 'application_id')).toMatchObject({ outcome: 'TERMINATED', remedy: expect.stringContaining('6个月') })
  })

  it('a draft is discarded', async () => {
    const walk = await aCase().to('DRAFT')
    await walk.must(staff.clerk, routes.discardDraft)
    expect(await walk.state()).toBe('WITHDRAWN')
  })

  it('a refusal keeps its grounds, and its notice is due within three working days', async () => {
    const walk = await aCase({ wagesFen: 90000 }).to('OPINION')
    await walk.must(staff.reviewer, routes.giveOpinion, { recommend: false, opinion: '收入高于标准', amountFen: 0 })
    await walk.to('SIGNED', 0)
    const refusal = { ground: 'INCOME', reason: '家庭人均收入高于标准' }
    expect((await walk.act(staff.approver, routes.confirmApplication, { opinion, amountFen: 0 })).body).toMatchObject({ code: 'not-eligible' })
    await walk.must(staff.approver, routes.refuseApplication, refusal)
    expect(await walk.row('outcome, ground, amount_fen::int, remedy, assessment is not null as assessed', 'decision', 'application_id')).toMatchObject({ outcome: 'REFUSED', ground: 'INCOME', amount_fen: 0, assessed: true })
    const [{ decided, due } = { decided: '', due: '' }] = await office.sql<{ decided: string; due: string }>(`select decided_on::text as decided, due_on::text as due from application where id = $1`, [walk.id])
    expect(due > decided).toBe(true)
    const delivery = { paper: 'REFUSAL_NOTICE', way: 'IN_PERSON', receivedBy: '王建国' }
    expect((await walk.act(staff.clerk, routes.recordDelivery, { ...delivery, paper: 'CONFIRMATION_NOTICE', deliveredOn: decided })).body).toMatchObject({ code: 'paper-not-yet' })
    expect((await walk.act(staff.clerk, routes.recordDelivery, { ...delivery, deliveredOn: '2025-09-01' })).body).toMatchObject({ code: 'delivery-before-decision' })
    await walk.must(staff.clerk, routes.recordDelivery, { ...delivery, deliveredOn: decided })
    expect(await walk.row('due_on')).toEqual({ due_on: null })
    expect(await office.sql(`select count(*)::int as n from benefit where application_id = $1`, [walk.id])).toEqual([{ n: 0 }])
  })
})
