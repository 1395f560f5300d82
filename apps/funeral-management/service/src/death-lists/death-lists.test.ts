import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { routes } from '@xishan/funeral-management-contract'
import { JobCancelled, LongJobs, readSheetCells, type JobProgress } from '@xishan/service-kit'
import type { TestService } from '@xishan/service-kit/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aWorkbook, applied, checked, listOf, resultOf, takenOver, upload, type ListedRow } from '../testing/death-lists'
import { aDeath, aPerson, eventsOf, registered } from '../testing/deaths'
import { openOffice, staff } from '../testing/office'
import { ApplyDeathList } from './apply-death-list'

const outcomes = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk: Buffer) => (body += chunk))
  request.on('end', () => {
    const asked: { deathIds: string[] } | { service: string } = JSON.parse(body)
    const answer = 'deathIds' in asked ? asked.deathIds.map((deathId) => ({ deathId, known: true, words: '已缓发 630.00 元', payee: true })) : { token: `x.${Buffer.from(JSON.stringify({ exp: Date.now() })).toString('base64url')}.x` }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
  })
})

let office: TestService
beforeAll(async () => {
  await new Promise<void>((resolve) => outcomes.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(outcomes.address() as AddressInfo).port}`
  office = await openOffice({}, { jobs: true, settings: { peers: `social-assistance=${origin}/api/social-assistance`, identityUrl: `${origin}/api/identity` } })
})
afterAll(async () => {
  await office.close()
  outcomes.close()
})

const row = (name: string, diedOn = '2025-09-10', number = aPerson().document.number): ListedRow => ({ name, number, diedOn })
const peopleOf = async (id: string, query: Record<string, string> = {}) => (await office.call(staff.head, routes.findListedPeople, { params: { id }, query: { limit: 100, ...query } })).body.rows
const deaths = (names: readonly string[]) => office.sql<{ name: string; died: string; state: string; source: string }>(`select deceased_name as name, died_on::text as died, state, source from death where deceased_name = any($1) order by 1, 2`, [names])
const legacy = (number: string) => number.slice(0, 6) + number.slice(8, 17)

describe('the rows of a list', () => {
  const known = aPerson('早登记')
  const twice = aPerson('列两次')
  const ROWS: [row: ListedRow, finding: string, message: RegExp | null][] = [
    [row('好号码'), 'NEW', null],
    [row('旧号码', '2025-09-10', legacy(aPerson().document.number)), 'NEW', /15 位旧号码，已换算/],
    [row('错校验', '2025-09-10', '530112194103050019'), 'UNIDENTIFIED', /证件号码无效/],
    [row('只有名', '2025-09-10', ''), 'UNIDENTIFIED', /只有姓名/],
    [row('来日亡', '2025-10-09'), 'FAULTY', /晚于业务日期/],
    [row('生前亡', '1930-01-01'), 'FAULTY', /早于出生日期/],
    [row('没日期', '不详'), 'FAULTY', /不是能确定的日期/],
    [row(''), 'FAULTY', /没有填写或不像姓名/],
    [row('早登记', '2025-09-20', known.document.number), 'KNOWN', /已登记（XS-FMD-/],
    [row('列两次', '2025-09-11', twice.document.number), 'NEW', null],
    [row('列两次', '2025-09-11', twice.document.number), 'REPEATED', /与第 11 行相同/],
    [row('列两次', '2025-09-12', twice.document.number), 'CONFLICT', /第 11 行为同一人/],
  ]
  let id: string
  beforeAll(async () => {
    await registered(office, staff.clerk, aDeath(known))
    id = (await upload(office, await aWorkbook(ROWS.map(([each]) => each)))).body.id
    await checked(office, id)
  })

  it('are each shown as what they are', async () => {
    const people = await peopleOf(id)
    expect(people.map(({ finding }) => finding)).toEqual(ROWS.map(([, finding]) => finding))
    for (const [at, [, , message]] of ROWS.entries()) expect([at, people[at]?.messages.join()]).toEqual([at, message ? expect.stringMatching(message) : ''])
    expect(people[0]?.documentMasked).toMatch(/^530112\*{8}\d{4}$|^530112\*{8}\d{3}X$/)
    expect(people[1]).toMatchObject({ converted: true })
    expect((await peopleOf(id, { finding: 'UNIDENTIFIED' })).map(({ name }) => name)).toEqual(['错校验', '只有名'])
  })

  it('are written by nobody but the head, and nothing before', async () => {
    expect(await deaths(['好号码', '旧号码', '只有名'])).toEqual([])
    const { version } = await listOf(office, id)
    expect((await office.call(staff.bureauClerk, routes.applyDeathList, { params: { id }, body: { version } })).status).toBe(403)
  })

  it('become deaths, unknown ones and conflicts; the rest of the list is one task', async () => {
    expect(await applied(office, id)).toMatchObject({ state: 'FOLLOW_UP', unidentifiedOpen: 2, rowCount: 12, appliedOn: '2025-09-30' })
    expect(await deaths(['好号码', '旧号码', '错校验', '只有名', '来日亡', '生前亡', '没日期', '早登记', '列两次'])).toEqual([
      { name: '列两次', died: '2025-09-11', state: 'DISPUTED', source: 'POLICE' },
      { name: '只有名', died: '2025-09-10', state: 'UNIDENTIFIED', source: 'POLICE' },
      { name: '好号码', died: '2025-09-10', state: 'REGISTERED', source: 'POLICE' },
      { name: '旧号码', died: '2025-09-10', state: 'REGISTERED', source: 'POLICE' },
      { name: '早登记', died: '2025-09-20', state: 'REGISTERED', source: 'REGISTRATION' },
      { name: '错校验', died: '2025-09-10', state: 'UNIDENTIFIED', source: 'POLICE' },
    ].toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    const { tasks } = (await office.call(staff.bureauClerk, routes.findTasks)).body
    expect(tasks.filter(({ path }) => path.includes(id) || /错校验|只有名/.test(path))).toMatchObject([{ state: '人员待核实' }])
    expect(tasks.filter(({ title }) => title === '只有名')).toEqual([])
  })

  it('told each death once and the list once, with nobody’s number', async () => {
    const [good] = await office.sql<{ id: string }>(`select id from death where deceased_name = '好号码'`)
    const [nameOnly] = await office.sql<{ id: string }>(`select id from death where deceased_name = '只有名'`)
    expect(await eventsOf(office, good?.id ?? '')).toMatchObject([{ type: 'person.died', personKey: expect.any(String), payload: { revision: 1, source: 'POLICE' } }])
    expect(await eventsOf(office, nameOnly?.id ?? '')).toMatchObject([{ type: 'person.died-unidentified', personKey: undefined, payload: { revision: 1, name: '只有名' } }])
    const received = await office.sql<{ payload: object }>(`select envelope->'payload' as payload from outbox where type = 'death-list.received'`)
    expect(received).toEqual([{ payload: { source: 'POLICE', coversTo: '2025-09-30', rows: 12 } }])
    expect(JSON.stringify(await office.sql('select envelope from outbox'))).not.toMatch(/5301121941\d{7}/)
  })

  it('are closed with a word when the unknown ones were looked into', async () => {
    const { version } = await listOf(office, id)
    expect((await office.call(staff.bureauClerk, routes.closeDeathList, { params: { id }, body: { version, reason: '已逐一电话核实' } })).status).toBe(200)
    expect(await listOf(office, id)).toMatchObject({ state: 'DONE', unidentifiedOpen: 2 })
  })
})

describe('a list sent twice', () => {
  it('is refused as the same file, and saved anew changes nothing', async () => {
    const rows = [row('重发甲'), row('重发乙', '2025-09-10', '')]
    const bytes = await aWorkbook(rows)
    const { body: first } = await upload(office, bytes, { source: 'HEALTH' })
    await checked(office, first.id)
    await applied(office, first.id)
    expect((await upload(office, bytes, { source: 'HEALTH' })).body).toMatchObject({ code: 'death-list-known' })
    const before = await office.sql(`select id, version, revision, state from death order by id`)
    const [{ events }] = await office.sql<{ events: string }>(`select count(*) as events from outbox where type <> 'death-list.received'`) as [{ events: string }]
    await takenOver(office, [...rows].reverse(), { source: 'HEALTH' })
    expect(await office.sql(`select id, version, revision, state from death order by id`)).toEqual(before)
    expect(await office.sql(`select count(*) as events from outbox where type <> 'death-list.received'`)).toEqual([{ events }])
  })

  it('by another source merges into the same deaths', async () => {
    const rows = [row('两源甲'), row('两源乙')]
    await takenOver(office, rows)
    await takenOver(office, rows.map((each) => ({ ...each, diedOn: each.name === '两源乙' ? '2025-09-11' : each.diedOn })), { source: 'HALL' })
    expect(await deaths(['两源甲', '两源乙'])).toEqual([
      { name: '两源乙', died: '2025-09-10', state: 'DISPUTED', source: 'POLICE' },
      { name: '两源甲', died: '2025-09-10', state: 'REGISTERED', source: 'POLICE' },
    ])
  })
})

it('the same rows in any order come to the same deaths', async () => {
  let copies = 0
  const day = fc.integer({ min: 1, max: 3 }).map((nth) => `2025-08-0${nth}`)
  const list = fc.array(fc.record({ who: fc.integer({ min: 0, max: 4 }), diedOn: day }), { minLength: 3, maxLength: 9 })
  await fc.assert(
    fc.asyncProperty(list.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))), async ([rows, shuffled]) => {
      const results: unknown[] = []
      for (const order of [rows, shuffled]) {
        copies++
        const names = Array.from({ length: 5 }, (_, who) => `乱序${'甲乙丙丁戊'[who]}${'一二三四五六七八九十'[copies % 10]}${String.fromCodePoint(0x4e00 + copies)}`)
        const people = names.map((name) => row(name))
        await takenOver(office, order.map(({ who, diedOn }) => ({ name: names[who] ?? '', number: people[who]?.number ?? '', diedOn })), { source: 'HALL' })
        const found = await office.sql<{ name: string }>(
          `select d.deceased_name as name, d.died_on::text, d.state, d.revision > 1 as told_again, array(select r.died_on::text from death_report r where r.death_id = d.id order by 1) as days from death d where d.deceased_name = any($1)`,
          [names],
        )
        results.push(found.map(({ name, ...rest }) => ({ who: names.indexOf(name), ...rest })).sort((a, b) => a.who - b.who))
      }
      expect(results[1]).toEqual(results[0])
    }),
    { numRuns: 4 },
  )
}, 120_000)

it('a run that is killed between chunks goes on where it stopped, and tells nobody twice', async () => {
  const rows = Array.from({ length: 1203 }, (_, at) => row(`断点${String.fromCodePoint(0x5000 + at)}`, `2025-07-${String((at % 28) + 1).padStart(2, '0')}`))
  const { body } = await upload(office, await aWorkbook(rows), { source: 'HALL' })
  await checked(office, body.id)
  const { version } = await listOf(office, body.id)
  const jobs = office.app.get(LongJobs)
  const stolen = jobs.run.bind(jobs)
  jobs.run = () => Promise.resolve()
  await office.call(staff.head, routes.applyDeathList, { params: { id: body.id }, body: { version } })
  const [job] = await office.sql<{ id: string; input: { listId: string; run: string } }>(`select id, input from job_run where job = 'apply-death-list' and input->>'listId' = $1`, [body.id])
  if (!job) throw new Error('no job was started')
  let chunks = 0
  const dying: JobProgress = { report: () => (++chunks === 1 ? Promise.resolve() : Promise.reject(new JobCancelled())), checkpoint: () => undefined, saveCheckpoint: () => Promise.resolve() }
  await expect(office.app.get(ApplyDeathList).run(staff.head, job.input, dying)).rejects.toBeInstanceOf(JobCancelled)
  const [half] = await office.sql<{ deaths: number }>(`select count(*)::int as deaths from death where list_id = $1`, [body.id])
  expect(half?.deaths).toBe(1000)
  jobs.run = stolen
  await office.sql(`update job_run set state = 'running' where id = $1`, [job.id])
  await jobs.run(job.id)
  expect(await listOf(office, body.id)).toMatchObject({ state: 'DONE', appliedRows: 1203 })
  const [whole] = await office.sql(`select count(*)::int as deaths, max(revision) as revision, (select count(*)::int from outbox o join death d2 on d2.id::text = o.envelope->'payload'->>'deathId' where d2.list_id = $1) as events from death where list_id = $1`, [body.id])
  expect(whole).toEqual({ deaths: 1203, revision: 1, events: 1203 })
}, 60_000)

describe('the sheet that goes back', () => {
  it('has the source’s own columns and what came of each row', async () => {
    const list = await takenOver(office, [row('反馈甲'), row('反馈乙', '2025-10-09')])
    const { body: job } = await office.call(staff.bureauClerk, routes.feedBackDeathList, { params: { id: list.id }, body: {} })
    const cells = await readSheetCells(await resultOf(office, staff.bureauClerk, job.id))
    expect(cells[0]?.[0]).toMatch(/死亡信息比对反馈表（XS-FDL-/)
    expect(cells[1]).toEqual(['序号', '姓名', '公民身份号码', '性别', '出生日期', '死亡日期', '户籍地址', '比对结果', '说明', '死亡登记编号', '社会救助处置结果'])
    expect(cells[2]?.slice(7)).toEqual(['新的死亡信息', null, expect.stringMatching(/^XS-FMD-/), '已缓发 630.00 元'])
    expect(cells[3]?.slice(7)).toEqual(['内容有误，不登记', expect.stringContaining('晚于业务日期'), null, '未登记死亡，未作处置'])
  })

  it('names a line that does not answer', async () => {
    outcomes.removeAllListeners('request')
    outcomes.on('request', (_request, response) => response.writeHead(503).end())
    const list = await takenOver(office, [row('无答复')])
    const { body: job } = await office.call(staff.bureauClerk, routes.feedBackDeathList, { params: { id: list.id }, body: {} })
    const cells = await readSheetCells(await resultOf(office, staff.bureauClerk, job.id))
    expect(cells[2]?.at(-1)).toMatch(/^社会救助未答复（/)
  })
})

it('each source is shown with its last list and its rhythm', async () => {
  await office.advanceTo('2025-10-08')
  const { sources } = (await office.call(staff.bureauClerk, routes.deathListSources)).body
  expect(sources).toMatchObject([{ source: 'POLICE', coversTo: '2025-09-30', rhythmDays: 35, isLate: false }, { source: 'HEALTH', rhythmDays: 35, isLate: false }, { source: 'HALL', coversTo: '2025-09-30', rhythmDays: 7, isLate: true }])
})
