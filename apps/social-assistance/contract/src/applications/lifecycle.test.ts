import { nextState, type Actor, type Role, type StepTaken } from '@xishan/domain'
import { describe, expect, it } from 'vitest'
import { ATTACHMENT_KIND } from '../documents/attachment-kinds'
import { actionInputs, type ApplicationAction } from './action-inputs'
import { APPLICATION_STATES, applicationLifecycle, isDecided, type ApplicationState } from './lifecycle'
import { applicationTerms, termsRunningIn, wholeTermParameter } from './terms'

const ACTIONS = Object.keys(actionInputs) as ApplicationAction[]
const person = (id: string, ...roles: Role[]): Actor => ({ kind: 'user', id, name: id, roles, scope: '530112' })
const clerk = person('clerk', 'ST_CLERK')
const secondClerk = person('second-clerk', 'ST_CLERK')
const reviewer = person('reviewer', 'ST_REVIEWER')
const leader = person('leader', 'ST_LEADER')
const bureauClerk = person('bureau-clerk', 'BU_CLERK')
const head = person('head', 'BU_HEAD')
const approver = person('approver', 'BU_APPROVER')

/** Walks the actions from a state; answers where it ends and who did what. */
const walk = (from: ApplicationState, moves: readonly (readonly [ApplicationAction, Actor])[], earlier: StepTaken[] = []) => {
  let state: ApplicationState = from
  const steps = [...earlier]
  for (const [action, actor] of moves) {
    state = nextState<ApplicationState, ApplicationAction>(applicationLifecycle, action, { state, steps }, actor)
    steps.push({ action, actorId: actor.id })
  }
  return { state, steps }
}
const TO_POSTING = [
  ['submit', clerk], ['accept', clerk], ['startInvestigation', clerk], ['investigate', clerk], ['countersign', secondClerk], ['giveOpinion', reviewer], ['signOpinion', leader],
] as const
const TO_SIGNED = [...TO_POSTING, ['submitToBureau', reviewer], ['audit', bureauClerk], ['sign', head]] as const
const refusal = (run: () => unknown): string => {
  try {
    run()
    return 'allowed'
  } catch (problem) {
    return problem instanceof Error ? problem.message : 'thrown'
  }
}

describe('the way of an application', () => {
  it('leads from the window through every role to the confirmation; who types may accept', () => {
    expect(walk('DRAFT', [...TO_SIGNED, ['confirm', approver]]).state).toBe('CONFIRMED')
  })

  it('leads through the street alone where confirmation is delegated', () => {
    expect(walk('DRAFT', [...TO_POSTING, ['submitToLeader', reviewer], ['confirmAtStreet', leader]]).state).toBe('CONFIRMED')
  })

  it('leads back to the investigation and to a new posting after an objection (57号 §19)', () => {
    const again = [['recordObjection', reviewer], ['reinvestigate', clerk], ...TO_POSTING.slice(3)] as const
    expect(walk('DRAFT', [...TO_POSTING, ...again]).state).toBe('POSTING')
  })

  it('comes back from the bureau to be investigated again or completed', () => {
    expect(walk('DRAFT', [...TO_SIGNED, ['returnToStreet', approver], ['resumeInvestigation', clerk]]).state).toBe('INVESTIGATING')
    expect(walk('DRAFT', [...TO_SIGNED, ['returnToStreet', approver], ['resubmit', reviewer]]).state).toBe('SUBMITTED_BUREAU')
  })

  it('can be withdrawn from every state before the decision, and from none after', () => {
    const open = APPLICATION_STATES.filter((state) => state !== 'DRAFT' && !isDecided(state))
    expect(open.filter((state) => refusal(() => walk(state, [['withdraw', clerk]])) !== 'allowed')).toEqual([])
    expect(APPLICATION_STATES.filter(isDecided).filter((state) => refusal(() => walk(state, [['withdraw', clerk]])) === 'allowed')).toEqual([])
  })
})

describe('separation of duties (57号 §16; A6)', () => {
  const as = (role: Role, ...who: Actor[]) => who.map((actor) => ({ ...actor, roles: [...actor.roles, role] }))
  const [clerkToo, secondToo, reviewerToo, leaderToo, bureauClerkToo, headToo] = as('BU_APPROVER', clerk, secondClerk, reviewer, leader, bureauClerk, head)

  it.each<[string, () => unknown]>([
    ['the two investigators are two people', () => walk('DRAFT', [...TO_POSTING.slice(0, 4), ['countersign', clerk]])],
    ['who countersigned the last round does not investigate the next', () => walk('INVESTIGATING', [['investigate', secondClerk]], [{ action: 'countersign', actorId: 'second-clerk' }])],
    ['the accepter gives no opinion', () => walk('DRAFT', [...TO_POSTING.slice(0, 5), ['giveOpinion', person('clerk', 'ST_CLERK', 'ST_REVIEWER')]])],
    ['the second investigator gives no opinion', () => walk('DRAFT', [...TO_POSTING.slice(0, 5), ['giveOpinion', person('second-clerk', 'ST_REVIEWER')]])],
    ['the reviewer does not sign the opinion', () => walk('DRAFT', [...TO_POSTING.slice(0, 6), ['signOpinion', person('reviewer', 'ST_LEADER')]])],
    ['the reviewer does not confirm at the street', () => walk('DRAFT', [...TO_POSTING, ['submitToLeader', reviewer], ['confirmAtStreet', person('reviewer', 'ST_LEADER')]])],
    ['who audited does not sign', () => walk('DRAFT', [...TO_SIGNED.slice(0, -1), ['sign', person('bureau-clerk', 'BU_HEAD')]])],
    ...[clerkToo, secondToo, reviewerToo, leaderToo, bureauClerkToo, headToo].flatMap((actor): [string, () => unknown][] =>
      actor ? [[`${actor.id} does not confirm`, () => walk('DRAFT', [...TO_SIGNED, ['confirm', actor]])], [`${actor.id} does not refuse`, () => walk('DRAFT', [...TO_SIGNED, ['refuse', actor]])]] : [],
    ),
  ])('%s', (_rule, run) => {
    expect(refusal(run)).toBe('separation-of-duties')
  })

  it('lets the same two clerks investigate again in their first order', () => {
    const round = [['investigate', clerk], ['countersign', secondClerk]] as const
    expect(walk('INVESTIGATING', [...round, ['sendBackSurvey', reviewer], ...round]).state).toBe('OPINION')
  })
})

describe('the table', () => {
  it('asks only for kinds of material that exist', () => {
    const asked = ACTIONS.flatMap((action) => applicationLifecycle.actions[action].needs ?? [])
    expect(asked.filter((kind) => !ATTACHMENT_KIND.codes.some((known) => known === kind))).toEqual([])
  })

  it('reaches every state from the draft and leaves every open one', () => {
    const reached = new Set<ApplicationState>(['DRAFT'])
    for (let before = -1; before !== reached.size; ) {
      before = reached.size
      for (const action of ACTIONS) if (applicationLifecycle.actions[action].from.some((state) => reached.has(state))) reached.add(applicationLifecycle.actions[action].to)
    }
    expect(APPLICATION_STATES.filter((state) => !reached.has(state))).toEqual([])
    const left = new Set(ACTIONS.flatMap((action) => (applicationLifecycle.actions[action].from)))
    expect(APPLICATION_STATES.filter((state) => left.has(state) === isDecided(state))).toEqual([])
  })

  it('has somebody to hold every open case', () => {
    expect(APPLICATION_STATES.filter((state) => !isDecided(state) && !applicationLifecycle.states[state].heldBy?.length)).toEqual([])
  })

  it('marks every decision against the citizen', () => {
    const adverse = ACTIONS.filter((action) => applicationLifecycle.actions[action].adverse)
    expect(adverse).toEqual(['notAccept', 'refuseAtStreet', 'refuse', 'terminate'])
  })

  it('counts a state’s own period by the term that begins with it', () => {
    for (const state of APPLICATION_STATES) {
      const { within } = applicationLifecycle.states[state]
      if (within) expect(termsRunningIn(state).map((name) => applicationTerms[name].parameter)).toContain(within)
    }
  })
})

describe('terms', () => {
  it('run the whole from acceptance to decision, the posting within it (57号 §22)', () => {
    expect(termsRunningIn('SUBMITTED')).toEqual([])
    expect(termsRunningIn('POSTING')).toEqual(['posting', 'whole'])
    expect(termsRunningIn('SIGNED')).toEqual(['bureauAudit', 'whole'])
    expect(termsRunningIn('REFUSED')).toEqual(['refusalNotice'])
    expect(termsRunningIn('CONFIRMED')).toEqual([])
  })

  it.each([
    [false, false, 'subsistence.term.whole'],
    [true, false, 'subsistence.term.whole-delegated'],
    [false, true, 'subsistence.term.whole-extended'],
    [true, true, 'subsistence.term.whole-extended'],
  ])('delegated %s, extended %s: %s', (delegated, extended, parameter) => {
    expect(wholeTermParameter({ delegated, extended })).toBe(parameter)
  })
})
