import { ROLE_CODES, type Actor, type Role } from '@xishan/domain'
import { adoptionInputs, contract, routes } from '@xishan/funeral-management-contract'
import { LINE_ROUTES } from '@xishan/domain'
import { someone, type TestService } from '@xishan/service-kit/testing'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AdoptionWalk, allParts } from '../testing/adoptions'
import { openOffice, staff } from '../testing/office'

const NAMES = /段玉坤|白雪莲|普小满|普凤英/
let office: TestService
let walk: AdoptionWalk
let party = ''
beforeAll(async () => {
  office = await openOffice()
  walk = await (await AdoptionWalk.begin(office)).reported()
  party = (await walk.page()).parties[0]?.id ?? ''
})
afterAll(() => office.close())

const grant = (body: object, actor: Actor = staff.head) => walk.act(actor, routes.grantAdoptionReading, { reader: { id: staff.director.id, name: staff.director.name }, part: 'GRANTED', reason: '督办信访件', untilOn: '2025-10-15', ...body })
const status = async (actor: Actor) => (await office.call(actor, routes.getAdoption, { params: { id: walk.id } })).status
/** Everything an action may want, so that only the file decides what comes back. */
const FILLED = { reason: '填写的理由', opinion: '填写的意见', report: '填写的报告', results: allParts(), mode: 'THIRD_PARTY', organisation: '某机构', assessors: [{ id: null, name: '某' }], acceptedOn: '2025-09-30', noticeOn: '2025-09-30', outcome: 'REFUSED', certificateNumber: '', on: '2025-09-30' }

describe.each<Role>([...ROLE_CODES])('%s who is not named in a file', (role) => {
  const stranger = someone(role)
  const may = (permission: string): boolean => Object.entries<readonly Role[]>(contract.permissions).some(([name, roles]) => name === permission && roles.includes(role))

  it('finds it in no list, no search and no task', async () => {
    for (const query of [{}, { q: walk.number }, { q: '段玉坤' }, { state: 'REPORTED' }]) expect(JSON.stringify((await office.call(stranger, routes.findAdoptions, { query })).body)).not.toMatch(NAMES)
    if (may('viewAdoptions')) expect((await office.call(stranger, routes.findAdoptions)).body).toEqual({ rows: [], next: null })
    expect(JSON.stringify((await office.call(stranger, routes.findTasks)).body)).not.toContain(walk.id)
  })

  it('is told that there is no such file by every address of it', async () => {
    const addresses = Object.entries(routes).filter(([, route]) => route.path.startsWith('/adoptions/:id'))
    expect(addresses.length).toBeGreaterThan(Object.keys(adoptionInputs).length)
    for (const [name, route] of addresses) {
      const body = { version: 1, ...FILLED, readerId: party, reader: { id: stranger.id, name: stranger.name }, part: 'GRANTED', untilOn: '2025-10-01', visitedOn: '2025-09-30', visitors: '某', findings: '填写的情况' }
      const answer = await office.call(stranger, route, { params: { id: walk.id }, ...(route.method === 'GET' ? {} : { body }) })
      expect([name, answer.body.code]).toEqual([name, may(route.may) ? 'not-found' : 'not-permitted'])
    }
  })

  it('is shown no masked number', async () => {
    const { body } = await office.call(stranger, routes.reveal, { body: { what: 'ADOPTION_DOCUMENT', id: party, reason: '核对证件号码' } })
    expect(body.code).toBe(may('reveal') ? 'not-found' : 'not-permitted')
  })

  it('reads no name in what was audited, nor in the log of readings', async () => {
    expect(JSON.stringify((await office.call(stranger, LINE_ROUTES.audit, { query: { limit: 100 } })).body)).not.toMatch(NAMES)
    expect(JSON.stringify((await office.call(stranger, routes.findFileReadings)).body)).not.toMatch(NAMES)
  })
})

describe('the database', () => {
  const CLOSED = ['adoption_assessment', 'adoption_party', 'adoption_part', 'adoption_visit', 'file_reader', 'file_reading', "case_step where case_type = 'adoption_assessment'"]

  /** As the service itself would ask, with any query it likes. */
  async function asService<T>(actor: string, ask: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client({ connectionString: office.databaseUrl, options: '-c search_path=funeral_management' })
    await client.connect()
    try {
      await client.query(`begin`)
      await client.query(`select set_config('app.scope', '530112', true), set_config('app.scope_end', '530113', true), set_config('app.actor', $1, true), set_config('app.today', '2025-09-30', true)`, [actor])
      return await ask(client)
    } finally {
      await client.end()
    }
  }
  const rowsOf = (actor: string, table: string) => asService(actor, async (client) => (await client.query<{ count: number }>(`select count(*)::int as count from ${table}`)).rows[0]?.count ?? -1)

  it.each(CLOSED)('shows nothing of %s to whoever is not named, whatever is asked', async (table) => {
    expect(await rowsOf(staff.director.id, table)).toBe(0)
    expect(await rowsOf('', table)).toBe(0)
    if (table !== 'adoption_visit') expect(await rowsOf(staff.head.id, table)).toBeGreaterThan(0)
  })

  it('lets nobody name himself', async () => {
    const name = (client: Client, by: string) =>
      client.query(`insert into file_reader (id, file_id, division_code, reader_id, reader_name, part, reason, named_by, named_by_name, named_on) values (gen_random_uuid(), $1, '530112', $2, '某', 'HEAD', '自行授权', $3, '某', '2025-09-30')`, [
        walk.id, staff.director.id, by,
      ])
    for (const by of [staff.director.id, staff.head.id]) await expect(asService(staff.director.id, (client) => name(client, by))).rejects.toThrow('row-level security')
  })

  it('keeps the names out of the index of terms and of the audit', async () => {
    expect(await office.sql(`select 1 from search_term where subject like 'adoption%' or term = any(array['段', '玉坤', '白雪', '普凤'])`)).toEqual([])
    expect((await office.sql<{ text: string }>(`select string_agg(summary::text, ' ') as text from audit_entry`))[0]?.text).not.toMatch(NAMES)
  })
})

describe('a grant', () => {
  it('is given by the head named in the file alone, for a reason and until a day', async () => {
    expect((await grant({}, staff.otherHead)).body).toMatchObject({ code: 'not-found' })
    expect((await grant({ untilOn: null })).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'untilOn' }] })
    expect((await grant({ untilOn: '2025-09-29' })).body).toMatchObject({ code: 'adoption-date' })
    expect((await grant({ reason: '查' })).body).toMatchObject({ code: 'invalid-input' })
    expect(await status(staff.director)).toBe(404)
  })

  it('opens the file until its last day, for reading only, and is audited', async () => {
    expect((await grant({})).status).toBe(200)
    expect((await grant({})).body).toMatchObject({ code: 'reading-known' })
    expect(await status(staff.director)).toBe(200)
    const [entry] = await office.sql<{ summary: object }>(`select summary from audit_entry where subject_id = $1 and action = 'grantReading'`, [walk.id])
    expect(entry?.summary).toMatchObject({ reader: '和建国', untilOn: '2025-10-15', part: '授权查阅' })
    const seen = await office.call(staff.director, routes.getAdoption, { params: { id: walk.id } })
    expect(seen.body).toMatchObject({ part: 'GRANTED', actions: [], mayGrant: false })
    await office.advanceTo('2025-10-15')
    expect(await status(staff.director)).toBe(200)
    await office.advanceTo('2025-10-16')
    expect(await status(staff.director)).toBe(404)
    expect((await office.call(staff.director, routes.findAdoptions)).body.rows).toEqual([])
  })

  it('makes nobody its decider who is let in to read', async () => {
    await grant({ reader: { id: staff.approver.id, name: staff.approver.name }, untilOn: '2025-11-30' })
    expect((await walk.act(staff.approver, routes.passAdoption, { opinion: '适合收养该儿童' })).body).toMatchObject({ status: 403, code: 'adoption-not-yours' })
    expect((await walk.act(staff.approver, routes.grantAdoptionReading, { reader: { id: 'x', name: '某' }, part: 'HEAD', reason: '自行授权' })).body).toMatchObject({ code: 'adoption-not-yours' })
    expect((await office.call(staff.approver, routes.findTasks)).body.tasks.filter(({ id }) => id === walk.id)).toEqual([])
    expect((await office.call(staff.head, routes.findTasks)).body.tasks.find(({ id }) => id === walk.id)).toMatchObject({ title: '收养评估' })
  })

  it('is taken back at once', async () => {
    const granted = (await walk.page(staff.head)).readers.find(({ name }) => name === '周文静')
    expect((await walk.act(staff.head, routes.withdrawAdoptionReading, { readerId: granted?.id })).status).toBe(200)
    expect(await status(staff.approver)).toBe(404)
    const handler = (await walk.page(staff.head)).readers.find(({ part }) => part === 'HANDLER')
    expect((await walk.act(staff.head, routes.withdrawAdoptionReading, { readerId: handler?.id })).body).toMatchObject({ code: 'reading-last' })
  })
})

describe('the log of readings', () => {
  it('has every look with who, when and why, for discipline and for the head of the file', async () => {
    await office.call(staff.head, routes.reveal, { body: { what: 'ADOPTION_DOCUMENT', id: party, reason: '核对证件号码' } })
    const logOf = async (actor: Actor) => (await office.call(actor, routes.findFileReadings, { query: { limit: 100 } })).body.rows
    const rows = await logOf(staff.discipline)
    expect(rows[0]).toMatchObject({ fileNumber: walk.number, what: 'DOCUMENT', readerName: '尹绍林', part: 'HEAD', reason: '审批本件' })
    expect(rows).toContainEqual(expect.objectContaining({ what: 'FILE', readerName: '和建国', part: 'GRANTED', reason: '督办信访件' }))
    expect((await logOf(staff.head)).length).toBe(rows.length)
    expect(await logOf(staff.otherHead)).toEqual([])
    const page = (await office.call(staff.discipline, routes.findFileReadings, { query: { limit: 1 } })).body
    expect((await office.call(staff.discipline, routes.findFileReadings, { query: { limit: 1, after: page.next ?? '' } })).body.rows[0]).toEqual(rows[1])
  })
})
