import { createHash } from 'node:crypto'
import { label, nextState, type Actor } from '@xishan/domain'
import { digestOf, type Ciphers, calendar } from '@xishan/service-kit'
import {
  ATTACHMENT_KIND, applicationLifecycle, assess, meansCheckLifecycle, requireConditions, type ApplicationAction, type Assessment, type AttachmentKind, type CaseFacts, type Finances, type MeansCheckAction, type MemberFacts,
} from '@xishan/social-assistance-contract'
import { Application, Household, HouseholdMember, MeansCheck, type Benefit, type BenefitAmount, type BenefitMember, type Decision, type Delivery, type MeansCheckAnswer, type Objection, type Posting, type Survey } from '@xishan/social-assistance-service'
import { rowOf, type Act, type Archive, type Row, type StepRecord } from './archive'
import { bookOn } from './demonstration-parameters'
import { momentOf } from './identifiers'
import type { Draw } from './random'

/** What all cases of the history are written with. */
export interface Office {
  archive: Archive
  ciphers: Ciphers
  /** Scans by kind of paper. */
  scans: ReadonlyMap<AttachmentKind, Scan>
}

export interface Scan {
  bytes: number
  digest: string
  /** In the hexadecimal form that the database reads. */
  content: string
}

export const scanOf = (picture: Buffer): Scan => ({ bytes: picture.length, digest: digestOf(picture), content: `\\x${picture.toString('hex')}` })

interface StepTaken {
  action: string
  actorId: string
}

/** Their conditions do not look at what the rules say, only that they can say something. */
const ASKS_ONLY_COMPLETE: readonly ApplicationAction[] = ['countersign', 'audit', 'resubmit']

const FIRST_MINUTE = 9 * 60
const LAST_MINUTE = 17 * 60 + 20

/**
 * One application as its people took it, with the rows the service would have left: every action goes through the contract's lifecycle
 * and conditions, every state through the entity's own clock, every amount through the rules.
 */
export class CaseHistory {
  readonly application = new Application()
  readonly steps: StepTaken[] = []
  readonly attachments: { id: string; kind: AttachmentKind; digest: string; on: string }[] = []
  household: Household | null = null
  members: HouseholdMember[] = []
  finances: Finances | null = null
  check: MeansCheck | null = null
  readonly answers = new Map<string, MeansCheckAnswer>()
  readonly surveys: Survey[] = []
  readonly postings: Posting[] = []
  readonly objections: Objection[] = []
  readonly deliveries: Delivery[] = []
  decision: Decision | null = null
  benefit: Benefit | null = null
  readonly paid: BenefitMember[] = []
  readonly amounts: BenefitAmount[] = []
  private checkSteps = 0
  private assessed: { on: string; state: string | undefined; members: HouseholdMember[]; finances: Finances | null; residence: string | null; assessment: Assessment | null } | null = null
  private clock = { on: '', minute: 0 }

  constructor(
    readonly office: Office,
    readonly draw: Draw,
  ) {}

  /** The next moment of a working day; the acts of one day follow one another. */
  act(actor: Actor, on: string): Act {
    if (on < this.clock.on) throw new RangeError(`${on} lies before ${this.clock.on}`)
    const minute = on === this.clock.on ? this.clock.minute + this.draw.int(2, 18) : FIRST_MINUTE + this.draw.int(0, 150)
    this.clock = { on, minute: Math.min(minute, LAST_MINUTE) }
    return { actor, on, at: momentOf(on, this.clock.minute, this.draw.int(0, 59)) + (minute > LAST_MINUTE ? (minute - LAST_MINUTE) * 1000 : 0) }
  }

  get facts(): MemberFacts[] {
    return this.members.map(({ facts }) => facts)
  }

  /** What the rules say on a day; null while sheet or finances are missing. */
  assessment(on: string): Assessment | null {
    const { members, finances } = this
    const [state, residence] = [this.check?.state, this.application.residence]
    const known = this.assessed
    if (known && known.on === on && known.state === state && known.members === members && known.finances === finances && known.residence === residence) return known.assessment
    const assessment = this.assess(on)
    this.assessed = { on, state, members, finances, residence, assessment }
    return assessment
  }

  private assess(on: string): Assessment | null {
    const { residence, entry, singleMemberId } = this.application
    if (residence === null || this.finances === null || this.members.length === 0) return null
    return assess({ residence, entry, singleMemberId, members: this.facts }, { finances: this.finances, meansCheck: this.check }, bookOn(on))
  }

  /** Takes an action of the lifecycle as the service's desk does. */
  take(action: ApplicationAction, { actor, on }: { actor: Actor; on: string }, input: Row, effect?: (act: Act) => StepRecord | void): void {
    const { application } = this
    const act = this.act(actor, on)
    const facts = this.caseFacts(on, ASKS_ONLY_COMPLETE.includes(action))
    const to = nextState(applicationLifecycle, action, facts.standing, actor)
    requireConditions(action, facts, actor)
    const record = effect?.(act) ?? {}
    const from = application.state
    if (from !== to) application.stateSince = on
    application.state = to
    application.enter(on, { calendar, book: bookOn(on) })
    this.office.archive.save(application, 'application', action, act)
    this.record(action, from, to, act, { opinion: opinionIn(input), input, ...record })
  }

  /** Changes the case without an action of the lifecycle. */
  change(action: string, { actor, on }: { actor: Actor; on: string }, effect: (act: Act) => Row | void): void {
    const act = this.act(actor, on)
    this.office.archive.save(this.application, 'application', action, act, effect(act) ?? {})
  }

  /** Takes an action on the means check. */
  onCheck(action: MeansCheckAction, { actor, on }: { actor: Actor; on: string }, effect: (check: MeansCheck, act: Act) => StepRecord): void {
    const { check } = this
    if (!check) throw new RangeError('no check was asked for')
    const act = this.act(actor, on)
    const to = nextState(meansCheckLifecycle, action, { state: check.state, steps: [] }, actor)
    const from = check.state
    if (from !== to) check.stateSince = on
    check.state = to
    const record = effect(check, act)
    this.saveCheck(action, from, act, record)
  }

  /** Asks the check centre for the first time. */
  beginCheck(act: Act, startBy: string): void {
    const { archive } = this.office
    const { id, divisionCode } = this.application
    const check = Object.assign(new MeansCheck(), {
      id: archive.id(act.at), number: archive.number('SAC', act.on), divisionCode, applicationId: id, requestedOn: act.on, requestedBy: act.actor.name, dueOn: startBy, state: meansCheckLifecycle.initial, stateSince: act.on,
    })
    this.check = check
    this.saveCheck('request', null, act, {})
  }

  /** Files a scan or photograph. */
  file(kind: AttachmentKind, { actor, on }: { actor: Actor; on: string }): void {
    const name = label(ATTACHMENT_KIND, kind)
    const { archive, scans } = this.office
    const { id: subjectId, divisionCode } = this.application
    const scan = scans.get(kind)
    if (!scan) throw new RangeError(`no scan of ${kind}`)
    const { bytes, digest, content } = scan
    const act = this.act(actor, on)
    const id = archive.id(act.at)
    this.attachments.push({ id, kind, digest, on })
    archive.add('attachment', {
      id, subject_type: 'application', subject_id: subjectId, division_code: divisionCode, kind, name: `${name}.png`, media_type: 'image/png', bytes, digest,
      uploaded_by: actor.id, uploaded_by_name: actor.name, uploaded_at: new Date(act.at).toISOString(), business_date: on, content,
    })
    archive.note({ type: 'application', id: subjectId, divisionCode }, 'addAttachment', act, { kind: name, digest })
  }

  /** Saves the household with its sheet. */
  saveHousehold(household: Household, act: Act, members: HouseholdMember[]): void {
    this.household = household
    this.members = members
    this.office.archive.save(household, 'household', 'fillHousehold', act, { members: members.length })
  }

  /** Adds what the case has become to the archive; afterwards nothing more happens to it. */
  close(): void {
    this.closeCase()
    this.closeBenefit()
  }

  /** The case is over; what it granted still changes. */
  closeCase(): void {
    const { archive } = this.office
    const { application, household, finances, check } = this
    if (household) archive.add('household', rowOf(household))
    archive.add('household_member', ...this.members.map(rowOf))
    archive.add('application', rowOf(application))
    if (finances) archive.add('application_finances', { application_id: application.id, division_code: application.divisionCode, finances })
    if (check) archive.add('means_check', rowOf(check))
    archive.add('means_check_answer', ...[...this.answers.values()].map(rowOf))
    archive.add('survey', ...this.surveys.map(rowOf))
    archive.add('posting', ...this.postings.map(rowOf))
    archive.add('objection', ...this.objections.map(rowOf))
    archive.add('delivery', ...this.deliveries.map(rowOf))
    if (this.decision) archive.add('decision', rowOf(this.decision))
  }

  closeBenefit(): void {
    const { archive } = this.office
    if (this.benefit) archive.add('benefit', rowOf(this.benefit))
    archive.add('benefit_member', ...this.paid.map(rowOf))
    archive.add('benefit_amount', ...this.amounts.map(rowOf))
  }

  private caseFacts(on: string, onlyComplete: boolean): CaseFacts {
    const { application, check } = this
    const posting = this.postings.at(-1)
    const photos = this.attachments.filter(({ kind }) => kind === 'POSTING_PHOTO').map((photo) => photo.on)
    // Some conditions ask only whether sheet and finances are there: any day's answer will do.
    const assessed = () => (onlyComplete ? (this.assessed?.assessment ?? this.assessment(on)) : this.assessment(on))
    return {
      standing: { state: application.state, steps: this.steps },
      businessDate: on,
      attachments: this.attachments.map(({ kind }) => kind),
      separatelyRegistered: application.separatelyRegistered,
      reported: application.reported,
      relatedAccountIds: application.relatedAccountIds,
      delegated: application.delegated,
      meansCheck: check,
      posting: posting ? { startsOn: posting.startsOn, endsOn: posting.endsOn, photoOn: photos.toSorted().at(-1) ?? null } : null,
      unansweredObjections: this.objections.filter(({ named, answeredOn }) => named && answeredOn === null).length,
      get assessment() {
        return assessed()
      },
      clockSuspended: application.suspendedSince !== null,
    }
  }

  private record(action: string, from: string | null, to: string, act: Act, record: StepRecord): void {
    this.steps.push({ action, actorId: act.actor.id })
    this.office.archive.step(this.application, 'application', this.steps.length, { action, from, to }, act, { ...record, attachmentsDigest: this.attachmentsDigest() })
  }

  private saveCheck(action: string, from: string | null, act: Act, record: StepRecord): void {
    const { check } = this
    if (!check) return
    const { archive } = this.office
    archive.save(check, 'means_check', action, act)
    this.checkSteps += 1
    archive.step(check, 'means_check', this.checkSteps, { action, from, to: check.state }, act, { ...record, attachmentsDigest: this.attachmentsDigest() })
  }

  private attachmentsDigest(): string | null {
    if (this.attachments.length === 0) return null
    const digests = this.attachments.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ digest }) => digest)
    return createHash('sha256').update(digests.join(',')).digest('hex')
  }
}

/** What the actor wrote, whatever the action calls it. */
function opinionIn(input: Row): string | undefined {
  const words = ['opinion', 'reason', 'remark'].map((name) => input[name])
  return words.find((text): text is string => typeof text === 'string' && text !== '')
}

