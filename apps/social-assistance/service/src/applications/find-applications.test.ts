import { someone } from '@xishan/service-kit/testing'
import { routes } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CaseWalk } from '../testing/case-walk'
import { aPerson } from '../testing/families'
import { everyPage } from '../testing/every-page'
import { openOffice, staff, type Office } from '../testing/office'

let office: Office
const walks: Record<string, CaseWalk> = {}

beforeAll(async () => {
  office = await openOffice()
  for (const [name, goal] of [['李春华', 'DRAFT'], ['张三丰', 'SUBMITTED'], ['张大民', 'ACCEPTED'], ['欧阳丽', 'COUNTERSIGNING'], ['Ｗang小明', 'SUBMITTED']] as const)
    walks[name] = await new CaseWalk(office, { applicant: aPerson(name) }).to(goal)
})
afterAll(() => office.close())

const list = async (query: Record<string, string | number> = {}, reader = staff.clerk) => (await office.call(reader, routes.findApplications, { query })).body.rows
const namesOf = async (query: Record<string, string | number>, reader = staff.clerk) => (await list(query, reader)).map(({ applicantName }) => applicantName).sort()

describe('the list of cases', () => {
  it('shows the newest first with names of places, masked numbers and the light', async () => {
    const rows = await list()
    expect(rows.map(({ number }) => number)).toEqual(rows.map(({ number }) => number).sort().reverse())
    expect(rows.find(({ applicantName }) => applicantName === '张大民')).toMatchObject({
      number: walks['张大民']?.number, documentMasked: expect.stringMatching(/^530112\*{8}\d{3}[\dX]$/), streetName: '西苑街道', communityName: '凯苑社区', residence: 'URBAN', members: 1,
      state: 'ACCEPTED', submittedOn: '2025-09-30', acceptedOn: '2025-09-30', dueOn: '2025-10-11', light: 'green', amountFen: null,
    })
  })

  it.each([
    [{ state: 'SUBMITTED' }, ['Ｗang小明', '张三丰']],
    [{ division: '530112001002' }, []],
    [{ division: '530112001001', state: 'ACCEPTED' }, ['张大民']],
    [{ open: 'true' }, ['Ｗang小明', '张三丰', '张大民', '李春华', '欧阳丽']],
    [{ open: 'false' }, []],
    [{ light: 'green' }, ['张大民', '欧阳丽']],
    [{ light: 'red' }, []],
    [{ separatelyRegistered: 'true' }, []],
  ])('filters by %o', async (query, names) => {
    expect(await namesOf(query)).toEqual([...names].sort())
  })

  it.each([
    ['三丰', ['张三丰']],
    ['丰', ['张三丰']],
    ['张', ['张三丰', '张大民']],
    ['阳丽', ['欧阳丽']],
    ['wANG小', ['Ｗang小明']],
    ['张%', []],
    ["' or 1=1 --", []],
    ['三张', []],
  ])('finds a part of a name: %s', async (q, names) => {
    expect(await namesOf({ q })).toEqual([...names].sort())
  })

  it('finds a number, its serial, and the beginning of either', async () => {
    const { number = '' } = walks['张三丰'] ?? {}
    for (const q of [number, number.slice(0, -1), number.slice(6), number.slice(-6), number.slice(-6).replace(/^0+/, '')]) expect(await namesOf({ q }), q).toContain('张三丰')
  })

  it('follows a correction of the name', async () => {
    await walks['李春华']?.must(staff.clerk, routes.updateDraft, { applicantName: '李秋华' })
    expect([await namesOf({ q: '春华' }), await namesOf({ q: '秋华' })]).toEqual([[], ['李秋华']])
  })

  it('is paged without gaps or repeats in either order', async () => {
    const all = (await list({ limit: 100 })).map(({ id }) => id)
    for (const sort of ['newest', 'due']) {
      const seen = await everyPage(2, async (query) => (await office.call(staff.clerk, routes.findApplications, { query: { ...query, sort } })).body)
      expect(seen.map(({ id }) => id).sort()).toEqual([...all].sort())
    }
    const due = (await list({ sort: 'due' })).map(({ dueOn }) => dueOn ?? '9999')
    expect(due).toEqual([...due].sort())
  })

  it('refuses a cursor that is none of ours', async () => {
    for (const [after, sort] of [['xyz|1', 'due'], [Buffer.from('2025-02-31|x').toString('base64url'), 'due'], [Buffer.from('a|b').toString('base64url'), 'newest']] as const)
      expect((await office.call(staff.clerk, routes.findApplications, { query: { after, sort } })).body).toMatchObject({ status: 400, code: 'malformed-request' })
  })

  it('shows a street its own cases only, and the administrators none', async () => {
    expect(await list({}, staff.neighbour)).toEqual([])
    expect(await list({ q: '张' }, staff.neighbour)).toEqual([])
    expect(await list({}, staff.director)).toHaveLength(5)
  })
})

describe('what waits for me', () => {
  const tasks = async (reader: typeof staff.clerk) => (await office.call(reader, routes.findTasks)).body

  it('is held by my role, soonest due first', async () => {
    const { tasks: mine, total } = await tasks(staff.colleague)
    expect(total).toBe(mine.length)
    expect(mine.map(({ title, state }) => `${title} ${state}`)).toEqual([
      '张大民（1 人） 已受理', '欧阳丽（1 人） 待第二调查人签字', '李秋华（1 人） 草稿', '张三丰（1 人） 待受理', 'Ｗang小明（1 人） 待受理',
    ])
    expect(mine[0]).toMatchObject({ number: walks['张大民']?.number, dueOn: '2025-10-11', light: 'green', detail: '最低生活保障申请，西苑街道凯苑社区，2025-09-30 提交', path: `/social-assistance/applications/${walks['张大民']?.id}` })
  })

  it('leaves out what separation of duties keeps from me, in tasks and in the list', async () => {
    expect((await tasks(staff.clerk)).tasks.map(({ title }) => title)).not.toContain('欧阳丽（1 人）')
    expect(await namesOf({ mine: 'true' })).not.toContain('欧阳丽')
    expect(await namesOf({ mine: 'true' }, staff.colleague)).toContain('欧阳丽')
  })

  it('is empty for a street that has nothing, and refused to those without business', async () => {
    expect(await tasks(staff.neighbour)).toEqual({ tasks: [], total: 0 })
    expect((await office.call(someone('SYS'), routes.findTasks)).status).toBe(403)
  })

  it('turns yellow and red with the days', async () => {
    await office.advanceTo('2025-10-11')
    expect(await namesOf({ light: 'yellow' })).toEqual(['张大民'])
    await office.advanceTo('2025-10-13')
    expect(await namesOf({ light: 'red' })).toEqual(['张大民'])
    expect((await tasks(staff.clerk)).tasks[0]).toMatchObject({ title: '张大民（1 人）', light: 'red' })
  })

  it('holds the check for the check centre, and a negative result for the street until it is told', async () => {
    const walk = await new CaseWalk(office, { applicant: aPerson('赵核对') }).to('INVESTIGATING')
    expect((await tasks(staff.checker)).tasks).toMatchObject([{ title: '赵核对（1 人）', state: '待启动核对', path: `/social-assistance/means-checks/${walk.check.id}` }])
    await walk.onCheck(staff.checker, routes.enterCheckAnswers, { answers: [{ memberId: walk.memberIds[0], source: 'DEPOSITS', answeredOn: '2025-10-13', finding: 'DIFFERENT', details: '存款 20 万元' }] })
    await walk.onCheck(staff.checker, routes.concludeCheckNotPassed, { conclusion: '存款超过规定' })
    expect((await tasks(staff.checker)).tasks).toEqual([])
    const states = async () => (await tasks(staff.clerk)).tasks.filter(({ title }) => title === '赵核对（1 人）').map(({ state }) => state)
    expect(await states()).toEqual(expect.arrayContaining(['核对未通过']))
    await walk.onCheck(staff.clerk, routes.tellCheckResult, { toldOn: '2025-10-13' })
    expect(await states()).not.toContain('核对未通过')
  })
})
