import { randomUUID } from 'node:crypto'
import type { Actor, Contract, Role, Route, Saved } from '@xishan/domain'
import { contract as funeralManagement } from '@xishan/funeral-management-contract'
import { allParts, anAdoption, twoAssessors } from '@xishan/funeral-management-service/testing/adoptions'
import { aHolding, someProgress } from '@xishan/funeral-management-service/testing/archives'
import { aCremation, aDeath, aPerson as aDead, registered, toldByHall } from '@xishan/funeral-management-service/testing/deaths'
import { aWorkbook, upload } from '@xishan/funeral-management-service/testing/death-lists'
import { aDisposition } from '@xishan/funeral-management-service/testing/dispositions'
import { AwardListWalk, AwardWalk, anApplication } from '@xishan/funeral-management-service/testing/eco-awards'
import { aCemetery, aFacility, anInspection, aSale, aZone } from '@xishan/funeral-management-service/testing/facilities'
import { aGrave, report as reportGrave } from '@xishan/funeral-management-service/testing/graves'
import { openOffice as openFuneralOffice, staff as funeralStaff } from '@xishan/funeral-management-service/testing/office'
import { PICTURE as SCAN } from '@xishan/funeral-management-service/testing/picture'
import { aCheckedSample, defective } from '@xishan/funeral-management-service/testing/registration-quality'
import { PRICES, aBill, aHall, aPriceSheet, issued } from '@xishan/funeral-management-service/testing/services'
import { contract as identity } from '@xishan/identity-contract'
import type { Browser } from '@xishan/identity-service/testing/browser'
import { aMourningPlace } from '@xishan/funeral-management-service/testing/mourning-places'
import { aTraining } from '@xishan/funeral-management-service/testing/trainings'
import { openHouse } from '@xishan/identity-service/testing/house'
import { contract as portal } from '@xishan/portal-contract'
import { aReport, startPortal } from '@xishan/portal-service/testing/portal'
import { someone, tokenOf, type TestService } from '@xishan/service-kit/testing'
import { contract as socialAssistance } from '@xishan/social-assistance-contract'
import { CaseWalk } from '@xishan/social-assistance-service/testing/case-walk'
import { aMember, aPerson, aSheet, aSurvey, aWindow, allAnswers, PICTURE, someFinances } from '@xishan/social-assistance-service/testing/families'
import { anEvent, hear } from '@xishan/social-assistance-service/testing/death-households'
import { COMMUNITY, openOffice, staff, STREET, type Office } from '@xishan/social-assistance-service/testing/office'
import { RosterWalk, aRow } from '@xishan/social-assistance-service/testing/roster-walk'
import { USUAL_TEMPLATES } from '@xishan/social-assistance-service/testing/payment-walk'
import { anOverpayment } from '@xishan/social-assistance-service/testing/recovery-walk'
import { received, wire, type Send } from './sending'

/** A line with a record or two, ready to be treated badly. */
export interface Line {
  contract: Contract
  service: Pick<TestService, 'sql' | 'close'>
  send: Send
  /** Bodies that a rule beyond the shape would refuse if they were made up. */
  bodies: Record<string, () => object>
  /** Ids and keys of rows that are there. */
  params(route: Route): Record<string, string>
  /** The row's version now, for a write that must not be stale. */
  version(route: Route): Promise<number | undefined>
  file: { name: string; type: string; bytes: Uint8Array }
}

const SCOPE: Partial<Record<Role, string>> = { COMMUNITY, ST_CLERK: STREET, ST_REVIEWER: STREET, ST_LEADER: STREET }

/** Sends with a token that the test signs itself. */
function sendTo({ url }: Pick<TestService, 'url'>, people: Partial<Record<Role, Actor>>): Send {
  const tokens = new Map<Role, Promise<string>>()
  const token = (role: Role): Promise<string> => {
    const known = tokens.get(role) ?? tokenOf(people[role] ?? someone(role, SCOPE[role]))
    tokens.set(role, known)
    return known
  }
  return async (role, route, request) => {
    const { address, init } = wire(route, request)
    return received(await fetch(`${url}${address}`, { ...init, headers: { ...init.headers, ...(role ? { authorization: `Bearer ${await token(role)}` } : {}) } }))
  }
}

/** A death without a number that matches nobody: one task for the bureau. */
async function aDeathTask(office: Office): Promise<string> {
  await hear(office, anEvent('person.died-unidentified', { deathId: randomUUID(), revision: 1, diedOn: '2025-09-10', source: 'REGISTRATION', name: '无名氏', birthDate: null }))
  const [task] = await office.sql<{ id: string }>('select id from death_task')
  return task?.id ?? ''
}

export async function openSocialAssistance(): Promise<Line> {
  const office = await openOffice()
  const draft = await new CaseWalk(office).to('DRAFT')
  const checked = await new CaseWalk(office).to('INVESTIGATING')
  const paid = await new CaseWalk(office).to('CONFIRMED')
  const [benefit] = await office.sql<{ id: string; household_id: string }>('select id, household_id from benefit')
  const member = aPerson('李秀英')
  const window = () => aWindow(aPerson('赵丽华'))
  const proposal = { key: 'subsistence.supplement.elderly', value: 12, effectiveFrom: '2026-01-01', source: '西政发〔2025〕1号', note: '按年调整' }
  const recovery = await anOverpayment(office, benefit?.id ?? '')
  const made = async (actor: Actor, route: Route & { answer: typeof Saved }, body: object): Promise<string> => (await office.call(actor, route, { body })).body.id
  const { reportChange, createBatch, proposeOneOffGrant, proposeAdjustment, addPaymentTemplate } = socialAssistance.routes
  const [template] = USUAL_TEMPLATES
  const grant = { kind: 'PRICE', title: '价格临时补贴', document: '西发改〔2025〕3号', month: '2025-09', per: 'PERSON', amountFen: 5000, residence: null, category: null, division: null }
  const adjustment = () => ({ benefitId: benefit?.id ?? '', month: '2025-11', amountFen: 1200, cause: '上月漏计分类施保', document: '' })
  const change = (kind = 'RECOMPUTE', ground = 'INCOME') => ({ benefitId: benefit?.id ?? '', kind, ground, source: 'HOUSEHOLD', content: '家庭来电报告情况变化', occurredOn: '2025-09-29', reportedOn: '2025-09-29' })
  await office.advanceTo('2025-11-03')
  const roster = new RosterWalk(office)
  await roster.checked([aRow(), aRow({ 所属社区: '没有的社区' })])
  /** Which row the address of a route names, by how it begins, and the table where its version stands. */
  const rows: Readonly<Record<string, { table: string; id: string }>> = {
    '/means-checks/': { table: 'means_check', id: checked.check.id },
    '/benefits/': { table: 'benefit', id: benefit?.id ?? '' },
    '/households/': { table: 'household', id: benefit?.household_id ?? '' },
    '/recoveries/': { table: 'recovery', id: recovery },
    '/one-off-grants/': { table: 'one_off_grant', id: await made(staff.bureauClerk, proposeOneOffGrant, { ...grant, month: '2025-11' }) },
    '/batches/': { table: 'disbursement_batch', id: await made(staff.bureauClerk, createBatch, { kind: 'REGULAR', month: '2025-11' }) },
    '/benefit-changes/': { table: 'benefit_change', id: await made(staff.clerk, reportChange, change()) },
    '/payment-templates/': { table: 'payment_template', id: await made(staff.finance, addPaymentTemplate, { ...template }) },
    '/roster-imports/': { table: 'roster_import', id: roster.id },
    '/death-tasks/': { table: 'death_task', id: await aDeathTask(office) },
    '/adjustments/': { table: 'adjustment', id: await made(staff.bureauClerk, proposeAdjustment, adjustment()) },
  }
  const rowOf = ({ path }: Route) => Object.entries(rows).find(([beginning]) => path.startsWith(beginning))?.[1] ?? { table: 'application', id: path.includes('/papers/') ? paid.id : draft.id }
  return {
    contract: socialAssistance,
    service: office,
    send: sendTo(office, { COMMUNITY: staff.community, ST_CLERK: staff.clerk, ST_REVIEWER: staff.reviewer, ST_LEADER: staff.leader }),
    bodies: {
      checkDuplicate: () => ({ document: member.document }),
      findDeathOutcomes: () => ({ deathIds: [randomUUID()] }),
      createDraft: window,
      updateDraft: () => ({ ...window(), version: 1 }),
      fillHousehold: () => ({ version: 1, ...aSheet([aMember(member)]) }),
      fillFinances: () => ({ version: 1, ...someFinances(draft.memberIds, 5000) }),
      chooseEntry: () => ({ version: 1, entry: 'HOUSEHOLD', singleMemberId: null }),
      investigate: () => ({ version: 1, survey: aSurvey() }),
      enterCheckAnswers: () => ({ version: 1, answers: allAnswers(checked.memberIds).slice(0, 1) }),
      proposeParameter: () => proposal,
      previewStandard: () => ({ key: 'subsistence.standard.urban', value: 70000, effectiveFrom: '2025-12-01' }),
      countOneOffGrant: () => ({ month: grant.month, per: grant.per, amountFen: grant.amountFen, residence: null, category: null, division: null }),
      proposeOneOffGrant: () => grant,
      proposeAdjustment: adjustment,
      addPaymentTemplate: () => ({ ...template, name: `代发银行 ${randomUUID().slice(0, 8)}` }),
      changePaymentTemplate: () => ({ ...template, version: 1 }),
      readReturn: () => ({ version: 1, digest: 'a'.repeat(64) }),
      proposeCorrection: () => ({ way: 'SAME_ACCOUNT', account: null, reason: '银行确认可以重发' }),
      uploadRoster: () => ({ kind: 'IN_PAY', asOfMonth: '2025-09' }),
      mapRoster: () => ({ version: 1, columns: { name: 4, idNumber: 5 } }),
      createBatch: () => ({ kind: 'SUPPLEMENTARY', month: '2025-11' }),
      answerFindings: () => ({ version: 1, findings: [randomUUID()], allOf: null, answer: '已电话核实，情况属实' }),
      openRecovery: () => ({ benefitId: benefit?.id ?? '', cause: 'ERROR', ground: '核查发现录入有误', months: [{ month: '2025-11', overpaidFen: 100 }] }),
      agreeRecovery: () => ({ version: 1, way: 'REPAY', agreedOn: '2025-11-03', monthlyOffsetFen: null, instalments: [{ dueOn: '2025-12-10', amountFen: 50000 }], remark: '一次退清' }),
      reportChange: () => change('HOLD', 'DOUBTFUL'),
      fillChangeFacts: () => ({
        version: 1, residence: 'URBAN', entry: 'HOUSEHOLD', singleMemberId: null, members: [aMember(paid.applicant)], meansCheck: { state: 'PASSED', concludedOn: '2025-09-29' }, ...someFinances(paid.memberIds, 5000),
      }),
      proposeChange: () => ({ version: 1, opinion: '经核实，没有变化', outcome: 'UNCHANGED', amountFen: 63000, fromMonth: null, lastMonth: null }),
      proposeUnchanged: () => ({ benefits: [{ id: benefit?.id ?? '', version: 1 }], checkedOn: '2025-09-29', opinion: '入户查看，没有变化' }),
      reveal: () => ({ field: 'DOCUMENT_NUMBER', applicationId: draft.id, reason: '核对证件号码' }),
    },
    params: (route) => ({ id: rowOf(route).id, kind: route.path.startsWith('/batches/') ? 'ROSTER' : route.path.startsWith('/benefit-changes/') ? 'CHANGE_NOTICE' : 'SURVEY_FORM', number: '1', row: '1' }),
    version: async (route) => {
      const { table, id } = rowOf(route)
      return (await office.sql<{ version: number }>(`select version from ${table} where id = $1`, [id]))[0]?.version
    },
    file: { name: '扫描件.png', type: 'image/png', bytes: PICTURE },
  }
}

export async function openPortal(): Promise<Line> {
  const service = await startPortal()
  const file = aReport()
  const entered = await service.call(someone('BU_CLERK'), portal.routes.enterValue, { params: { number: '9' }, body: { value: '80', dataAsOf: '2025-06-30', sourceText: '半年统计台账' }, file })
  const [point] = await service.sql<{ id: string }>('select id from open_point order by position limit 1')
  const isPoint = ({ path }: Route): boolean => path.startsWith('/open-points/')
  return {
    contract: portal,
    service,
    send: sendTo(service, {}),
    bodies: {
      enterValue: () => ({ value: '81.5', dataAsOf: '2025-09-29', sourceText: '三季度统计台账' }),
      rule: () => ({ version: 1, text: '以指标表为准，按 80% 考核', option: 'table' }),
    },
    params: (route) => ({ id: isPoint(route) ? (point?.id ?? '') : entered.body.id, number: '9' }),
    version: async (route) => {
      const [row] = await service.sql<{ version: number }>(isPoint(route) ? 'select version from open_point where id = $1' : 'select version from indicator_entry where id = $1', [isPoint(route) ? point?.id : entered.body.id])
      return row?.version
    },
    file,
  }
}

/** The roles that do something in identity; the bureau's clerk stands for everyone who is merely signed in. */
export async function openIdentity(): Promise<Line> {
  const house = await openHouse()
  const browsers = new Map<Role, Browser>()
  for (const role of ['SYS', 'SEC', 'AUD', 'BU_CLERK'] as const) browsers.set(role, await house.signedIn(role))
  const { origin } = new URL(house.url)
  const target = house.account('FINANCE').id ?? ''
  let visitors = 0
  return {
    contract: identity,
    service: house,
    send: async (role, route, request) => {
      const { address, init } = wire(route, request)
      const visitor = `10.${++visitors >> 16}.${(visitors >> 8) & 255}.${visitors & 255}`
      const browser = role === 'SERVICE' || role === null ? house.browser() : browsers.get(role === 'ST_CLERK' ? 'BU_CLERK' : role)
      if (!browser) throw new RangeError(`nobody is ${role}`)
      return received(await browser.fetch(`/api/identity${address}`, { ...init, headers: { ...(route.method === 'GET' ? {} : { origin }), 'x-forwarded-for': visitor, ...init.headers } }))
    },
    bodies: {
      signIn: () => ({ username: `nobody.${randomUUID().slice(0, 8)}`, password: 'Wrong-Camels-7', code: '123456' }),
      changeOwnPassword: () => ({ currentPassword: 'Wrong-Camels-7', newPassword: 'Other-Camels-8' }),
      registerAccount: () => ({ username: `u${randomUUID().slice(0, 12)}`, name: '钱多多', office: '办公室', scope: '530112' }),
      grantRoles: () => ({ version: 1, roles: ['FINANCE'], scope: '530112' }),
      setSecuritySetting: () => ({ version: 0, value: 6, reason: '加强防护' }),
    },
    params: () => ({ id: target, key: 'password.history' }),
    version: async (route) => {
      if (route.path.startsWith('/security-settings')) return (await house.sql<{ version: number }>(`select version from security_setting where key = 'password.history'`))[0]?.version ?? 0
      return (await house.sql<{ version: number }>('select version from account where id = $1', [target]))[0]?.version
    },
    file: { name: '', type: '', bytes: new Uint8Array() },
  }
}

/** A subject adds the bodies that a rule beyond the shape would refuse, and the rows that its paths name. */
export async function openFuneralManagement(): Promise<Line> {
  const office = await openFuneralOffice()
  const deathId = await registered(office, funeralStaff.clerk)
  const anyone = () => {
    const { name, document } = aDead()
    return { name, document }
  }
  const { body: change } = await office.call(funeralStaff.clerk, funeralManagement.routes.proposeDeathChange, { params: { id: deathId }, body: { version: 1, kind: 'CORRECTION', diedOn: '2025-09-19', reason: '与死亡证明不一致' } })
  const { body: list } = await upload(office, await aWorkbook([{ name: '名单人', number: '', diedOn: '2025-09-10' }]))
  const { body: disposition } = await office.call(funeralStaff.clerk, funeralManagement.routes.recordDisposition, { body: aDisposition(null, { deathId, kind: 'TEMPORARY' }) })
  const resting = { kind: 'TEMPORARY', remains: 'ASHES', disposedOn: '2025-09-24', place: '西山骨灰堂', certificateNumber: 'JC-1' }
  const { body: dispositionChange } = await office.call(funeralStaff.clerk, funeralManagement.routes.proposeDispositionChange, { params: { id: disposition.id }, body: { version: 1, kind: 'CORRECTION', corrected: resting, reason: '编号有误' } })
  const cemetery = await aCemetery(office)
  const [plot, sold] = cemetery.plots.map(({ id }) => id)
  const { body: grave } = await office.call(funeralStaff.bureauClerk, funeralManagement.routes.sellPlot, { params: { id: sold ?? '' }, body: aSale('SW2025000123') })
  const { officeId, sampleId, register } = await aCheckedSample(office)
  const { body: holding } = await office.call(funeralStaff.bureauClerk, funeralManagement.routes.addHolding, { body: aHolding(officeId) })
  // Opened by those who send: anybody else is told that there is no such file.
  const decider = { id: someone('BU_HEAD').id, name: '某科长' }
  const { body: adoption } = await office.call(someone('BU_CLERK'), funeralManagement.routes.openAdoption, { body: anAdoption({ decider }) })
  const award = await new AwardWalk(office).to('SUBMITTED')
  const listed = await new AwardWalk(office).to('CONFIRMED')
  const awardList = await new AwardListWalk(office).make([listed.id])
  const { body: illegalGrave } = await reportGrave(office)
  const { body: cremation } = await office.call(funeralStaff.hallClerk, funeralManagement.routes.recordCremation, { body: aCremation(toldByHall()) })
  const { ashReceiverPhone: _phone, deathId: _dead, death: _told, ...written } = aCremation(null)
  const { body: cremationChange } = await office.call(funeralStaff.hallClerk, funeralManagement.routes.proposeCremationChange, { params: { id: cremation.id }, body: { version: 1, corrected: written, reason: '与登记簿不一致' } })
  const { body: mourningPlace } = await office.call(funeralStaff.clerk, funeralManagement.routes.addMourningPlace, { body: aMourningPlace() })
  const { body: training } = await office.call(funeralStaff.bureauClerk, funeralManagement.routes.addTraining, { body: aTraining() })
  const hallId = await aHall(office)
  const { body: sheet } = await office.call(funeralStaff.bureauClerk, funeralManagement.routes.proposePrices, { body: aPriceSheet(hallId, { lines: [{ ...PRICES[4], code: 'X90' }] }) })
  const { body: bill } = await office.call(funeralStaff.bureauClerk, funeralManagement.routes.recordBill, { body: aBill(deathId, hallId) })
  await issued(office, deathId, hallId)
  const [survey] = await office.sql<{ id: string }>('select id from survey')
  const subjects = [
    { path: '/price-sheets/', table: 'price_sheet', id: sheet.id },
    { path: '/bills/', table: 'bill', id: bill.id },
    { path: '/surveys/', table: 'survey', id: survey?.id ?? '' },
    { path: '/adoptions/', table: 'adoption_assessment', id: adoption.id },
    { path: '/archive-holdings/', table: 'archive_holding', id: holding.id },
    { path: '/registration-offices/', table: 'registration_office', id: officeId },
    { path: '/quality-samples/', table: 'quality_sample', id: sampleId },
    { path: '/eco-awards/', table: 'eco_award', id: award.id },
    { path: '/award-lists/', table: 'award_list', id: awardList.id },
    { path: '/facilities/', table: 'facility', id: cemetery.id },
    { path: '/mourning-places/', table: 'mourning_place', id: mourningPlace.id },
    { path: '/trainings/', table: 'training', id: training.id },
    { path: '/cremations/', table: 'cremation', id: cremation.id },
    { path: '/cremation-changes/', table: 'cremation_change', id: cremationChange.id },
    { path: '/illegal-graves/', table: 'illegal_grave', id: illegalGrave.id },
    { path: '/zones/', table: 'zone', id: cemetery.zoneId },
    { path: '/plots/', table: 'zone', id: plot ?? '' },
    { path: '/grave-contracts/', table: 'grave_contract', id: grave.id },
    { path: '/dispositions/', table: 'disposition', id: disposition.id },
    { path: '/disposition-changes/', table: 'disposition_change', id: dispositionChange.id },
    { path: '/death-lists/', table: 'death_list', id: list.id },
    { path: '/death-changes/', table: 'death_change', id: change.id },
    { path: '/', table: 'death', id: deathId },
  ]
  const subjectOf = ({ path }: Route) => subjects.find((subject) => path.startsWith(subject.path)) ?? { table: 'death', id: deathId }
  return {
    contract: funeralManagement,
    service: office,
    send: sendTo(office, { COMMUNITY: funeralStaff.community, ST_CLERK: funeralStaff.clerk, ST_REVIEWER: funeralStaff.reviewer, ST_LEADER: funeralStaff.leader, FINANCE: funeralStaff.finance }),
    bodies: {
      registerDeath: () => aDeath(),
      reportDeath: () => ({ deceased: aDead(), diedOn: '2025-09-20', place: 'HOME', informant: { name: '李建军', relation: '儿子' } }),
      confirmDeath: () => ({ version: 1, ...toldByHall(), deceased: undefined }),
      identifyDeath: () => ({ version: 1, document: aDead().document, name: '赵有名', hukouDivisionCode: COMMUNITY, reason: '公安机关指纹比对确认' }),
      proposeDeathChange: () => ({ version: 1, kind: 'CORRECTION', diedOn: '2025-09-18', reason: '与死亡证明不一致' }),
      recordCremation: () => aCremation(toldByHall()),
      addFacility: () => aFacility(),
      changeFacility: () => ({ ...aFacility(), version: 1, kind: undefined, divisionCode: undefined }),
      addZone: () => aZone({ name: `墓区${randomUUID().slice(0, 8)}` }),
      proposeCremationChange: () => ({ version: 1, corrected: { certificateNumber: `KMHH-${randomUUID().slice(0, 8)}`, hall: '昆明市西郊殡仪馆', furnace: '5', collectedAt: '2025-09-21 08:30', crematedAt: '2025-09-22 11:20', ashReceiver: '李建军', ashReceiverRelation: '儿子', ashes: 'ASH_KEPT' }, reason: '与登记簿不一致' }),
      recordInspection: () => anInspection(),
      reportGrave: () => aGrave(),
      addMourningPlace: () => aMourningPlace(),
      changeMourningPlace: () => ({ ...aMourningPlace(), version: 1, divisionCode: undefined }),
      checkMourningPlace: () => ({ version: 1, checkedOn: '2025-09-20', checkers: '杨文斌', isFit: true, findings: '' }),
      sellPlot: () => aSale('SW2025000123'),
      recordDisposition: () => aDisposition(anyone()),
      proposePrices: () => aPriceSheet(hallId, { lines: [{ ...PRICES[4], code: randomUUID().slice(0, 8) }] }),
      recordBill: () => aBill(deathId, hallId),
      changeBill: () => ({ ...aBill(deathId, hallId), deathId: undefined, facilityId: undefined, version: 1 }),
      drawSettlement: () => ({ facilityId: hallId, month: '2025-08' }),
      showSurvey: () => ({ code: 'A'.repeat(20) }),
      answerByCode: () => ({ code: 'A'.repeat(20), grade: 'SATISFIED', words: '' }),
      submitAward: () => anApplication(disposition.id),
      correctAward: () => ({ ...anApplication(disposition.id), version: 1, dispositionId: undefined }),
      changeAwardPayee: () => ({ ...anApplication(disposition.id), version: 1, dispositionId: undefined, reason: '原收款人去世，由次子收款' }),
      bookAwardOutcomes: () => ({ version: 1, outcomes: [{ lineId: randomUUID(), failedBecause: '账号与户名不符' }] }),
      makeAwardList: () => ({ awards: [randomUUID()] }),
      proposeDispositionChange: () => ({ version: 1, kind: 'CORRECTION', corrected: { ...resting, place: '西山骨灰堂二层' }, reason: '位置有误' }),
      gradeOffice: () => ({ version: 1, grade: '5A级', gradedOn: '2023-05-01', validTo: '2028-05-01', by: '云南省民政厅', document: '云民发〔2023〕1号', note: '' }),
      drawSample: () => ({ ...register, month: '2025-07' }),
      checkSampledFile: () => defective,
      correctSampledFile: () => ({ version: 1, correctedOn: '2025-09-30', correction: '已补盖骑缝章并重新扫描归档' }),
      checkDeathList: () => ({ version: 1, columns: { name: 1, idNumber: 2, diedOn: 5 } }),
      openAdoption: () => anAdoption({ decider }),
      assignAdoption: () => ({ version: 1, ...twoAssessors }),
      assessAdoption: () => ({ version: 1, results: allParts() }),
      recordAdoptionOutcome: () => ({ version: 1, outcome: 'REFUSED', certificateNumber: '', on: '2025-09-30' }),
      grantAdoptionReading: () => ({ version: 1, reader: { id: randomUUID(), name: '周文静' }, part: 'GRANTED', reason: '督办信访件', untilOn: '2025-10-31' }),
      withdrawAdoptionReading: () => ({ version: 1, readerId: randomUUID() }),
      addHolding: () => aHolding(officeId, { decade: 1990 }),
      changeHolding: () => ({ version: 1, files: 1200, targetOn: '2026-06-30', shelf: '', reason: '清点后增加' }),
      enterProgress: () => ({ version: 1, ...someProgress() }),
      reverseProgress: () => ({ version: 1, entryId: randomUUID(), reason: '月份登记错误' }),
      proposeParameter: () => ({ key: 'funeral.death.dispute-days', value: 12, effectiveFrom: '2026-01-01', source: '西民发〔2025〕1号', note: '按年调整' }),
    },
    params: (route) => ({ id: subjectOf(route).id, deathId, attachmentId: randomUUID(), kind: 'FUNERAL', number: '18', position: '1', source: 'POLICE' }),
    version: async (route) => {
      const { table, id } = subjectOf(route)
      return (await office.sql<{ version: number }>(`select version from ${table} where id = $1`, [id]))[0]?.version
    },
    file: { name: '扫描件.png', type: 'image/png', bytes: SCAN },
  }
}
