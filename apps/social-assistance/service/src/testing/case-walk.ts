import { Saved, type Actor, type Route } from '@xishan/domain'
import type { Answer } from '@xishan/service-kit/testing'
import { routes, type ApplicationState, type AttachmentKind } from '@xishan/social-assistance-contract'
import { aMember, aPerson, aSheet, aSurvey, aWindow, allAnswers, PICTURE, someFinances, type Person } from './families'
import { staff, type Office } from './office'

type SavingRoute = Route & { answer: typeof Saved }

interface WalkOptions {
  applicant?: Person
  /** More members beside the applicant. */
  others?: readonly { person: Person; facts: object }[]
  window?: object
  member?: object
  wagesFen?: number
}

/** The states on the straight way, in their order. */
const WAY = ['DRAFT', 'SUBMITTED', 'ACCEPTED', 'INVESTIGATING', 'COUNTERSIGNING', 'OPINION', 'SIGNING', 'POSTING', 'SUBMITTED_BUREAU', 'AUDITED', 'SIGNED', 'CONFIRMED'] as const
type Milestone = (typeof WAY)[number]

/** One application on its way through the offices, as its people take it, over HTTP. */
export class CaseWalk {
  id = ''
  number = ''
  version = 0
  check: Saved = { id: '', version: 0 }
  readonly members: { person: Person; facts: object }[]

  constructor(
    readonly office: Office,
    private readonly options: WalkOptions = {},
  ) {
    const applicant = options.applicant ?? aPerson('王建国')
    this.members = [{ person: applicant, facts: options.member ?? {} }, ...(options.others ?? [])]
  }

  get applicant(): Person {
    const [first] = this.members
    if (!first) throw new RangeError('a household without members')
    return first.person
  }

  get memberIds(): string[] {
    return this.members.map(({ person }) => person.id)
  }

  /** Calls a route on this case and keeps the version that comes back. */
  async act<R extends SavingRoute>(actor: Actor, route: R, body: object = {}): Promise<Answer<R>> {
    const answer = await this.office.call(actor, route, { params: { id: this.id }, body: { version: this.version, ...body } })
    if (answer.status === 200) this.version = Saved.parse(answer.body).version
    return answer
  }

  /** The same, and it must succeed. */
  async must<R extends SavingRoute>(actor: Actor, route: R, body: object = {}): Promise<Answer<R>> {
    const answer = await this.act(actor, route, body)
    if (answer.status !== 200) throw new Error(`${route.method} ${route.path}: ${JSON.stringify(answer.body)}`)
    return answer
  }

  async file(kind: AttachmentKind, actor: Actor = staff.clerk): Promise<Answer<typeof routes.addAttachment>> {
    return this.office.call(actor, routes.addAttachment, { params: { id: this.id }, body: { kind }, file: { name: '扫描件.png', type: 'image/png', bytes: PICTURE } })
  }

  async state(): Promise<ApplicationState> {
    const [row] = await this.office.sql<{ state: ApplicationState }>('select state from application where id = $1', [this.id])
    if (!row) throw new RangeError('no such case')
    return row.state
  }

  /** A row of the case as it stands, past row security. */
  async row<T>(columns: string, from = 'application', where = 'id'): Promise<T> {
    const [row] = await this.office.sql<T>(`select ${columns} from ${from} where ${where} = $1`, [this.id])
    if (!row) throw new RangeError(`no row in ${from}`)
    return row
  }

  /** Goes the straight way up to a state; amounts are the household's by the rules. */
  async to(goal: Milestone, amountFen = 63000): Promise<this> {
    for (const milestone of WAY.slice(WAY.indexOf(await this.standing()) + 1, WAY.indexOf(goal) + 1)) await this.reach(milestone, amountFen)
    return this
  }

  private async standing(): Promise<Milestone> {
    if (this.id === '') await this.draft()
    const state = await this.state()
    const known = WAY.find((milestone) => milestone === state)
    if (!known) throw new RangeError(`${state} is not on the straight way`)
    return known
  }

  private async draft(): Promise<void> {
    const { status, body } = await this.office.call(staff.clerk, routes.createDraft, { body: aWindow(this.applicant, { memberCount: this.members.length, ...this.options.window }) })
    if (status !== 200) throw new Error(JSON.stringify(body))
    Object.assign(this, { id: body.id, version: body.version, number: body.number })
  }

  private async reach(milestone: Milestone, amountFen: number): Promise<void> {
    const opinion = '经审查，情况属实，同意'
    switch (milestone) {
      case 'DRAFT':
        return
      case 'SUBMITTED':
        return void (await this.must(staff.clerk, routes.submitApplication))
      case 'ACCEPTED':
        return void (await this.must(staff.clerk, routes.acceptApplication))
      case 'INVESTIGATING':
        return this.startInvestigation()
      case 'COUNTERSIGNING':
        return this.investigate()
      case 'OPINION':
        return void (await this.must(staff.colleague, routes.countersign, { agrees: true }))
      case 'SIGNING':
        return void (await this.must(staff.reviewer, routes.giveOpinion, { recommend: amountFen > 0, opinion, amountFen }))
      case 'POSTING':
        return void (await this.must(staff.leader, routes.signOpinion, { opinion }))
      case 'SUBMITTED_BUREAU':
        return this.submitToBureau()
      case 'AUDITED':
        return void (await this.must(staff.bureauClerk, routes.auditApplication, { opinion }))
      case 'SIGNED':
        return void (await this.must(staff.head, routes.signApplication, { opinion }))
      case 'CONFIRMED':
        return void (await this.must(staff.approver, routes.confirmApplication, { opinion, amountFen }))
    }
  }

  async fillSheet(): Promise<void> {
    const members = this.members.map(({ person, facts }, at) => aMember(person, at === 0 ? facts : { relation: '1', ...facts }))
    await this.must(staff.clerk, routes.fillHousehold, aSheet(members))
    await this.must(staff.clerk, routes.fillFinances, someFinances(this.memberIds, this.options.wagesFen))
  }

  private async startInvestigation(): Promise<void> {
    await this.fillSheet()
    for (const kind of ['CHECK_AUTHORISATION', 'COMMITMENT'] as const) await this.file(kind)
    await this.must(staff.clerk, routes.startInvestigation)
    this.check = await this.row<Saved>('id, version', 'means_check', 'application_id')
  }

  /** The check centre's part, with every source consistent unless it says otherwise. */
  async passCheck(): Promise<void> {
    await this.onCheck(staff.checker, routes.enterCheckAnswers, { answers: allAnswers(this.memberIds) })
    await this.onCheck(staff.checker, routes.concludeCheckPassed, { conclusion: '各项核对与申报一致' })
  }

  async onCheck<R extends SavingRoute>(actor: Actor, route: R, body: object): Promise<Answer<R>> {
    const answer = await this.office.call(actor, route, { params: { id: this.check.id }, body: { version: this.check.version, ...body } })
    if (answer.status === 200) this.check.version = Saved.parse(answer.body).version
    return answer
  }

  private async investigate(): Promise<void> {
    if ((await this.row<{ state: string }>('state', 'means_check', 'application_id')).state === 'REQUESTED') await this.passCheck()
    await this.file('SURVEY_RECORD')
    await this.must(staff.clerk, routes.investigate, { survey: aSurvey() })
  }

  /** Lives the posting through: the photo, and the day after its last. */
  async outlivePosting(): Promise<void> {
    await this.file('POSTING_PHOTO', staff.community)
    const [posting] = await this.office.sql<{ after: string }>(`select (max(ends_on) + 1)::text as after from posting where application_id = $1`, [this.id])
    await this.office.advanceTo(posting?.after ?? '')
  }

  private async submitToBureau(): Promise<void> {
    await this.outlivePosting()
    await this.must(staff.reviewer, routes.submitToBureau)
  }
}
