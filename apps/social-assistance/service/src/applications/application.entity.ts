import { fen } from '@xishan/service-kit'
import type { ApplicationState, Entry } from '@xishan/social-assistance-contract'
import { Column, Entity } from 'typeorm'
import { enterState, extend, nearestDates, resume, suspend, suspendedSince, type RunningTerm, type TermRules } from './terms'
import { WindowRecord } from './window-record'

/** An application for the subsistence allowance, from the draft at the window to its decision. */
@Entity()
export class Application extends WindowRecord {
  declare state: ApplicationState

  /** Null until the household sheet is filled in. */
  @Column('uuid', { nullable: true })
  householdId: string | null = null

  @Column('text')
  entry: Entry = 'HOUSEHOLD'

  @Column('uuid', { nullable: true })
  singleMemberId: string | null = null

  @Column('date', { nullable: true })
  submittedOn: string | null = null

  /** By when the applicant answers the notice of what is missing. */
  @Column('date', { nullable: true })
  correctBy: string | null = null

  @Column('date', { nullable: true })
  acceptedOn: string | null = null

  @Column('date', { nullable: true })
  decidedOn: string | null = null

  /** A member is a near relative of staff (57号 §11). */
  @Column('boolean')
  separatelyRegistered = false

  /** Somebody complained about the case: the bureau visits the home (57号 §20). */
  @Column('boolean')
  reported = false

  @Column('text', { array: true })
  relatedAccountIds: string[] = []

  /** Confirmation was delegated to the street when the case was accepted. */
  @Column('boolean')
  delegated = false

  @Column('date', { nullable: true })
  homeVisitedOn: string | null = null

  /** The first opinion: to confirm or not, and what the rules gave then. */
  @Column('boolean', { nullable: true })
  recommended: boolean | null = null

  @Column('bigint', { nullable: true, transformer: fen })
  amountFen: number | null = null

  @Column('jsonb')
  terms: RunningTerm[] = []

  @Column('date', { nullable: true })
  warnOn: string | null = null

  @Column('date', { nullable: true })
  suspendedSince: string | null = null

  @Column('text', { nullable: true })
  extendedFor: string | null = null

  /** Follows the case into its present state: which terms end, which begin, and what is due next. */
  enter(on: string, rules: TermRules): void {
    this.run(enterState(this.terms, this.state, on, { delegated: this.delegated, extended: this.extendedFor !== null }, rules), rules)
  }

  stopClock(on: string, reason: string, rules: TermRules): void {
    this.run(suspend(this.terms, on, reason), rules)
  }

  resumeClock(on: string, rules: TermRules): void {
    this.run(resume(this.terms, on, rules), rules)
  }

  extendFor(reason: string, rules: TermRules): void {
    this.extendedFor = reason
    this.run(extend(this.terms, rules), rules)
  }

  run(terms: RunningTerm[], { calendar }: Pick<TermRules, 'calendar'>): void {
    this.terms = terms
    this.suspendedSince = suspendedSince(terms)
    Object.assign(this, this.state === 'CORRECTION' ? { warnOn: this.correctBy, dueOn: this.correctBy } : nearestDates(terms, calendar))
  }

  recommend(recommended: boolean, amountFen: number): void {
    this.recommended = recommended
    this.amountFen = amountFen
  }

  /** What the reviewer had proposed no longer stands: the case is looked into again. */
  withdrawRecommendation(): void {
    this.recommended = null
    this.amountFen = null
  }
}
