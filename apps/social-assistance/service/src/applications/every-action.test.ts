import type { Role } from '@xishan/domain'
import { someone } from '@xishan/service-kit/testing'
import { applicationLifecycle, routes, type ApplicationAction } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CaseWalk } from '../testing/case-walk'
import { aSurvey } from '../testing/families'
import { COMMUNITY, OTHER_STREET, STREET, openOffice, type Office } from '../testing/office'

const words = { opinion: '经研究，意见如下', reason: '理由写明如下', remark: '' }
const day = '2025-09-30'

/** An input that each action takes; what is wrong in these tests is state, area or version. */
const INPUTS: Record<ApplicationAction, object> = {
  submit: {},
  discard: {},
  requestCorrection: { missing: ['OTHER'], answerBy: '2099-01-01', ...words },
  completeCorrection: words,
  accept: words,
  notAccept: words,
  startInvestigation: {},
  investigate: { survey: aSurvey() },
  countersign: { agrees: true, ...words },
  sendBackSurvey: words,
  giveOpinion: { recommend: true, amountFen: 63000, ...words },
  sendBackOpinion: words,
  signOpinion: words,
  recordObjection: { receivedOn: day, way: 'VISIT', objector: '', content: '对公示有异议' },
  reinvestigate: words,
  submitToBureau: words,
  submitToLeader: words,
  confirmAtStreet: { amountFen: 63000, ...words },
  refuseAtStreet: { ground: 'OTHER', ...words },
  recordHomeVisit: { visitedOn: day, visitors: '王春梅', findings: '入户查看情况属实' },
  audit: words,
  sendBackAudit: words,
  sign: words,
  confirm: { amountFen: 63000, ...words },
  refuse: { ground: 'OTHER', ...words },
  returnToStreet: words,
  resumeInvestigation: words,
  resubmit: { remark: '已按要求补充完善' },
  withdraw: { requestedOn: day },
  terminate: { notifiedOn: day, ...words },
}

const AREA: Partial<Record<Role, string>> = { COMMUNITY, ST_CLERK: STREET, ST_REVIEWER: STREET, ST_LEADER: STREET }
const NEIGHBOUR: Partial<Record<Role, string>> = { COMMUNITY: '530112002001', ST_CLERK: OTHER_STREET, ST_REVIEWER: OTHER_STREET, ST_LEADER: OTHER_STREET }

const routeOf = (action: ApplicationAction) => {
  const route = Object.values(routes).find(({ may }) => may === `application.${action}`)
  if (!route) throw new RangeError(`no route for ${action}`)
  return route
}
const ACTIONS = Object.keys(applicationLifecycle.actions).filter((name): name is ApplicationAction => name in INPUTS)

let office: Office
let decided: CaseWalk
let draft: CaseWalk
beforeAll(async () => {
  office = await openOffice()
  decided = await new CaseWalk(office).to('CONFIRMED')
  draft = await new CaseWalk(office).to('DRAFT')
})
afterAll(() => office.close())

const attempt = (walk: CaseWalk, action: ApplicationAction, role: Role, area: string, version = walk.version) =>
  office.call(someone(role, area, `${role} of ${area}`), routeOf(action), { params: { id: walk.id }, body: { version, ...INPUTS[action] } })
const versionOf = async (walk: CaseWalk) => (await walk.row<{ version: number }>('version')).version

it('the table of inputs knows every action', () => expect(ACTIONS).toHaveLength(Object.keys(applicationLifecycle.actions).length))

describe.each(ACTIONS)('%s', (action) => {
  const { by, from } = applicationLifecycle.actions[action]

  it.each(by)('by %s does nothing to a case that is decided', async (role) => {
    expect((await attempt(decided, action, role, AREA[role] ?? '530112')).body).toMatchObject({ status: 409, code: 'action-out-of-state' })
    expect(await versionOf(decided)).toBe(decided.version)
  })

  it.each(by)('by %s does nothing to a draft that it is not for', async (role) => {
    if (from.some((state) => state === 'DRAFT')) return
    expect((await attempt(draft, action, role, AREA[role] ?? '530112')).body).toMatchObject({ status: 409, code: 'action-out-of-state' })
    expect(await versionOf(draft)).toBe(draft.version)
  })

  it.each(by)('by %s says who was first when the case moved on', async (role) => {
    expect((await attempt(decided, action, role, AREA[role] ?? '530112', decided.version - 1)).body).toMatchObject({ status: 409, code: 'stale-version' })
  })

  it.each(by.filter((role) => role in NEIGHBOUR))('by %s of another street finds no such case', async (role) => {
    expect((await attempt(decided, action, role, NEIGHBOUR[role] ?? OTHER_STREET)).body).toMatchObject({ status: 404, code: 'not-found' })
  })

  it('without its words or with broken ones names the fields', async () => {
    const [role = 'ST_CLERK'] = by
    const { status, body } = await office.call(someone(role, AREA[role] ?? '530112'), routeOf(action), { params: { id: decided.id }, body: { version: 'x', opinion: 5, reason: '', amountFen: -1, remark: 'a\u0007' } })
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'invalid-input' })
    expect(body.errors?.map(({ field }) => field)).toContain('version')
  })
})
