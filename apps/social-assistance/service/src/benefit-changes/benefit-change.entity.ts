import { addMonths, startDeadline, type ParameterBook, type Role, RELATION } from '@xishan/domain'
import { CaseEntity, calendar, fen, type SealedDocument } from '@xishan/service-kit'
import {
  PARAMETER, benefitChangeLifecycle, type AmountDifference, type Assessment, type BenefitChangeState, type ChangeFacts, type ChangeGround, type ChangeKind, type ChangeOutcome, type ChangeSource,
} from '@xishan/social-assistance-contract'
import { Column, Entity } from 'typeorm'
import { periodOf } from '../applications/terms'

/** What happens to a household in pay, from the report to its confirmation. */
@Entity()
export class BenefitChange extends CaseEntity {
  declare state: BenefitChangeState

  @Column('date', { nullable: true })
  warnOn: string | null = null

  @Column('text', { array: true })
  relatedAccountIds: string[] = []

  @Column('uuid')
  benefitId!: string

  @Column('uuid')
  householdId!: string

  @Column('text')
  applicantName!: string

  @Column('text')
  kind!: ChangeKind

  @Column('text')
  source!: ChangeSource

  @Column('text')
  ground!: ChangeGround

  @Column('text')
  content!: string

  @Column('date')
  occurredOn!: string

  @Column('date')
  reportedOn!: string

  @Column('text')
  reportedBy!: string

  @Column('jsonb', { nullable: true })
  facts: ChangeFacts | null = null

  /** When somebody filled the sheet in; null while it is as the household was last known. */
  @Column('date', { nullable: true })
  filledOn: string | null = null

  @Column('jsonb')
  documents: Record<string, SealedDocument> = {}

  @Column('jsonb', { nullable: true })
  assessment: Assessment | null = null

  @Column('jsonb', { nullable: true })
  difference: AmountDifference | null = null

  @Column('text', { nullable: true })
  outcome: ChangeOutcome | null = null

  @Column('bigint', { transformer: fen })
  beforeFen!: number

  @Column('bigint', { nullable: true, transformer: fen })
  proposedFen: number | null = null

  @Column('text', { nullable: true })
  fromMonth: string | null = null

  @Column('text', { nullable: true })
  lastMonth: string | null = null

  @Column('text', { nullable: true })
  newBank: string | null = null

  @Column('text', { nullable: true })
  newAccountNumberSealed: string | null = null

  @Column('text', { nullable: true })
  newAccountLastFour: string | null = null

  @Column('text', { nullable: true })
  newAccountHolder: string | null = null

  @Column('jsonb', { nullable: true })
  relations: { memberId: string; relation: (typeof RELATION.codes)[number] }[] | null = null

  @Column('date', { nullable: true })
  decidedOn: string | null = null

  @Column('text', { nullable: true })
  decidedBy: string | null = null

  @Column('text')
  opinion = ''

  /** What the household may do against it; empty where nothing is taken from it. */
  @Column('text')
  remedy = ''

  @Column('uuid', { nullable: true })
  eventId: string | null = null

  /** Starts the clock of the state just entered; after a death the law's term ends it at the latest (83号). */
  enter(on: string, book: ParameterBook): void {
    const state: { within?: string; heldBy?: readonly Role[] } = benefitChangeLifecycle.states[this.state]
    if (state.within === undefined) return void Object.assign(this, { warnOn: null, dueOn: null })
    const { warnOn, dueOn } = startDeadline(calendar, on, periodOf(book, state.within), book.number(PARAMETER.warnAt))
    const lawful = this.ground === 'DEATH' ? addMonths(this.occurredOn, book.number(PARAMETER.change.deathReview)) : dueOn
    Object.assign(this, { dueOn: lawful < dueOn ? lawful : dueOn, warnOn: lawful < warnOn ? lawful : warnOn })
  }

  decide(on: string, by: string, opinion: string): void {
    this.decidedOn = on
    this.decidedBy = by
    this.opinion = opinion
  }
}
