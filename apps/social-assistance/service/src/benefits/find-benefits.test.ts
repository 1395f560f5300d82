import { routes } from '@xishan/social-assistance-contract'
import { someone } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CaseWalk } from '../testing/case-walk'
import { everyPage } from '../testing/every-page'
import { aPerson } from '../testing/families'
import { openOffice, staff, type Office } from '../testing/office'

let office: Office
let pair: CaseWalk
const child = aPerson('陈小芳', { birthDate: '2015-06-01', sex: '2' })

beforeAll(async () => {
  office = await openOffice()
  pair = await new CaseWalk(office, { applicant: aPerson('王建国'), others: [{ person: child, facts: { relation: '3', labour: null, employment: 'OUTSIDE', study: 'COMPULSORY' } }] }).to('CONFIRMED', 132300)
  await new CaseWalk(office, { applicant: aPerson('张大民') }).to('CONFIRMED')
})
afterAll(() => office.close())

const list = async (query: Record<string, string | number> = {}, reader = staff.clerk) => (await office.call(reader, routes.findBenefits, { query })).body.rows
const totals = async (query: Record<string, string | number> = {}, reader = staff.clerk) => (await office.call(reader, routes.sumBenefits, { query })).body
const namesOf = async (query: Record<string, string | number>) => (await list(query)).map(({ applicantName }) => applicantName).sort()

describe('households in pay', () => {
  it('stand in the list from the day of their confirmation, with the month they are paid from', async () => {
    expect(await list()).toMatchObject([
      { applicantName: '张大民', members: 1, amountFen: 63000, fromMonth: '2025-11', toMonth: null, state: 'NORMAL', category: 'A', communityName: '凯苑社区', documentMasked: expect.stringContaining('********') },
      { applicantName: '王建国', members: 2, amountFen: 132300, recheckOn: '2026-10-10' },
    ])
    expect(await list({ month: '2025-10' })).toEqual([])
    expect(await totals()).toEqual({ households: 0, people: 0, amountFen: 0, month: '2025-10', startingLater: 2 })
    expect(await totals({ month: '2025-11' })).toEqual({ households: 2, people: 3, amountFen: 195300, month: '2025-11', startingLater: 0 })
  })

  it.each([
    [{ q: '建国' }, ['王建国']],
    [{ category: 'A' }, ['张大民', '王建国']],
    [{ category: 'C' }, []],
    [{ residence: 'RURAL' }, []],
    [{ state: 'STOPPED' }, []],
    [{ recheckDue: 'true' }, []],
    [{ division: '530112001001' }, ['张大民', '王建国']],
    [{ division: '530112001002' }, []],
  ])('are filtered by %o', async (query, names) => {
    expect(await namesOf(query)).toEqual([...names].sort())
    expect(await totals({ ...query, month: '2025-11' })).toMatchObject({ households: names.length })
  })

  it('sum up to what the pages list', async () => {
    const rows = await everyPage(1, async (query) => (await office.call(staff.director, routes.findBenefits, { query: { ...query, month: '2025-11' } })).body)
    const sums = await totals({ month: '2025-11' }, staff.director)
    expect([rows.length, rows.reduce((sum, { members }) => sum + members, 0), rows.reduce((sum, { amountFen }) => sum + amountFen, 0)]).toEqual([sums.households, sums.people, sums.amountFen])
  })

  it('are counted and summed within the reader’s area only', async () => {
    expect(await list({}, staff.neighbour)).toEqual([])
    expect(await totals({ month: '2025-11' }, staff.neighbour)).toMatchObject({ households: 0, people: 0, amountFen: 0 })
    expect((await office.call(staff.neighbour, routes.getBenefit, { params: { id: (await list())[0]?.id ?? '' } })).status).toBe(404)
  })

  it('keep what they were paid in each month', async () => {
    const [{ id } = { id: '' }] = await list({ q: '张大民' })
    await office.sql(`set session_replication_role = replica`)
    await office.sql(`insert into benefit_amount (benefit_id, from_month, sequence, division_code, amount_fen, member_count, reason)
      select benefit_id, '2026-03', 2, division_code, 50000, 1, '收入变化' from benefit_amount where benefit_id = $1`, [id])
    await office.sql(`update benefit set amount_fen = 50000 where id = $1`, [id])
    await office.sql(`set session_replication_role = default`)
    expect((await list({ q: '张大民', month: '2026-02' }))[0]).toMatchObject({ amountFen: 63000 })
    expect((await list({ q: '张大民', month: '2026-03' }))[0]).toMatchObject({ amountFen: 50000 })
    expect([(await totals({ month: '2026-02' })).amountFen, (await totals({ month: '2026-03' })).amountFen]).toEqual([195300, 182300])
    const { history } = (await office.call(staff.clerk, routes.getBenefit, { params: { id } })).body
    expect(history).toEqual([
      { fromMonth: '2026-03', toMonth: null, amountFen: 50000, members: 1, reason: '收入变化' },
      { fromMonth: '2025-11', toMonth: '2026-02', amountFen: 63000, members: 1, reason: '新申请审核确认' },
    ])
  })
})

describe('a benefit', () => {
  const detail = async (reader = staff.clerk) => (await office.call(reader, routes.getBenefit, { params: { id: (await list({ q: '王建国' }))[0]?.id ?? '' } })).body

  it('says for whom, how much, since when, and why', async () => {
    expect(await detail()).toMatchObject({
      applicationNumber: pair.number, applicationId: pair.id, reason: '新申请审核确认', amountFen: 132300,
      covered: [{ name: '王建国', relation: '本人或户主', supplementFen: 0, supplementGround: '' }, { name: '陈小芳', relation: '女', supplementFen: 6300, supplementGround: '未成年人' }],
      history: [{ fromMonth: '2025-11', toMonth: null, amountFen: 132300, members: 2 }],
      trace: { result: 'pass', decidedOn: '2025-10-10' },
    })
  })

  it('keeps its grounds from the cashier and a community helper', async () => {
    for (const reader of [staff.finance, staff.community])
      expect(await detail(reader)).toMatchObject({ amountFen: 132300, trace: null, covered: [{ supplementFen: 0, supplementGround: null }, { name: '陈小芳', supplementFen: 6300, supplementGround: null }] })
  })
})

describe('the families', () => {
  const families = async (query: Record<string, string> = {}, reader = staff.clerk) => (await office.call(reader, routes.findHouseholds, { query })).body.rows

  it('are listed with what they are paid now', async () => {
    expect(await families({ q: '王' })).toMatchObject([{ applicantName: '王建国', members: 2, amountFen: null, fromMonth: null, number: expect.stringMatching(/^XS-SAH-2025-/) }])
    await office.advanceTo('2025-11-01')
    expect(await families({ q: '王' })).toMatchObject([{ amountFen: 132300, fromMonth: '2025-11' }])
    expect([(await families({ inPay: 'true' })).length, (await families({ inPay: 'false' })).length]).toEqual([2, 0])
    expect(await families({}, staff.neighbour)).toEqual([])
  })

  it('show members, account, cases and benefits on their page, as far as the reader’s role goes', async () => {
    const [{ id } = { id: '' }] = await families({ q: '王' })
    const page = async (reader: typeof staff.clerk) => (await office.call(reader, routes.getHousehold, { params: { id } })).body
    expect(await page(staff.clerk)).toMatchObject({
      phoneMasked: '138****5678', hukouName: '西苑街道', address: '凯苑路 8 号 2 幢 301 室', separatelyRegistered: false, account: { lastFour: '5678' },
      members: [{ name: '王建国', counted: true }, { name: '陈小芳', counted: true }], applications: [{ number: pair.number, state: 'CONFIRMED', submittedOn: '2025-09-30' }], benefits: [{ fromMonth: '2025-11', amountFen: 132300 }],
    })
    expect(await page(staff.community)).toMatchObject({ account: null })
    expect((await office.call(staff.neighbour, routes.getHousehold, { params: { id } })).status).toBe(404)
  })
})

describe('the parameters', () => {
  it('show the version in force, all versions, and what is proposed, with the actions of whoever asks', async () => {
    await office.call(staff.bureauClerk, routes.proposeParameter, { body: { key: 'subsistence.standard.urban', value: 70000, effectiveFrom: '2026-01-01', source: '关于调整标准的通知', note: '' } })
    const read = async (reader: typeof staff.clerk, on?: string) => (await office.call(reader, routes.findParameters, { query: { on } })).body
    const standard = (await read(staff.director)).parameters.find(({ key }) => key === 'subsistence.standard.urban')
    expect(standard).toMatchObject({ group: '保障标准', unit: 'fen', current: { version: 1, value: 63000 }, versions: [{ version: 1 }] })
    expect((await read(staff.director)).proposals).toMatchObject([{ key: 'subsistence.standard.urban', value: 70000, state: 'PROPOSED', proposedBy: '王春梅', actions: ['approve', 'reject'] }])
    expect((await read(staff.bureauClerk)).proposals).toMatchObject([{ actions: [] }])
    expect((await office.call(staff.director, routes.findTasks)).body.tasks).toMatchObject([{ detail: '标准与参数调整，拟自 2026-01-01 起执行', state: '待审批', path: '/social-assistance/parameters' }])

    const [proposal] = (await read(staff.director)).proposals
    await office.call(staff.director, routes.approveParameter, { params: { id: proposal?.id ?? '' }, body: { version: proposal?.version, opinion: '同意调整' } })
    const later = (await read(staff.director, '2026-01-01')).parameters.find(({ key }) => key === 'subsistence.standard.urban')
    expect(later).toMatchObject({ current: { version: 2, value: 70000 }, versions: [{ version: 2, effectiveFrom: '2026-01-01' }, { version: 1, effectiveTo: '2026-01-01' }] })
  })
})

describe('the means checks', () => {
  it('are listed with how much is answered, and shown with people, answers and actions', async () => {
    const walk = await new CaseWalk(office, { applicant: aPerson('赵核对') }).to('INVESTIGATING')
    const rows = async (reader = staff.checker, query: Record<string, string> = {}) => (await office.call(reader, routes.findMeansChecks, { query })).body.rows
    expect(await rows(staff.checker, { q: '核对' })).toMatchObject([{ applicationId: walk.id, applicantName: '赵核对', members: 1, state: 'REQUESTED', answered: 0, needed: 11 }])
    expect(await rows(staff.checker, { state: 'PASSED' })).toHaveLength(2)
    expect(await rows(staff.neighbour)).toEqual([])
    const page = (await office.call(staff.checker, routes.getMeansCheck, { params: { id: walk.check.id } })).body
    expect(page).toMatchObject({ round: 1, people: [{ name: '赵核对', documentMasked: expect.stringContaining('********') }], answers: [], actions: ['enterAnswers'] })
    await walk.passCheck()
    expect((await office.call(someone('CHECKER'), routes.getMeansCheck, { params: { id: walk.check.id } })).body).toMatchObject({ state: 'PASSED', answered: 11, needed: 11, actions: [], conclusion: '各项核对与申报一致' })
  })
})
