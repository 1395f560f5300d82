import { DomainProblem } from '@xishan/domain'
import { ENTRY_LIFECYCLE, mayWithdraw, type EnterValue } from '@xishan/portal-contract'
import { CaseEntity, newId, type Work } from '@xishan/service-kit'
import { Column, Entity } from 'typeorm'

/** A value that a section reports for an indicator, with its evidence; kept whatever becomes of it. */
@Entity('indicator_entry')
export class IndicatorEntry extends CaseEntity {
  @Column('integer')
  indicator!: number

  /** Decimal text in the indicator's unit. */
  @Column('numeric', { precision: 13, scale: 4 })
  value!: string

  /** The day the number stands at. */
  @Column('date')
  dataAsOf!: string

  @Column('text')
  sourceText!: string

  @Column('text')
  enteredById!: string

  @Column('text')
  enteredBy!: string

  @Column('date')
  enteredOn!: string

  @Column('timestamptz')
  enteredAt!: Date

  @Column('text', { nullable: true })
  reviewedById: string | null = null

  @Column('text', { nullable: true })
  reviewedBy: string | null = null

  @Column('date', { nullable: true })
  reviewedOn: string | null = null

  @Column('timestamptz', { nullable: true })
  reviewedAt: Date | null = null

  /** What the reviewer wrote, or why the entry was returned or withdrawn. */
  @Column('text', { nullable: true })
  opinion: string | null = null

  static of(indicator: number, typed: EnterValue, number: string, work: Work): IndicatorEntry {
    const entry = new IndicatorEntry()
    return Object.assign(entry, {
      id: newId(),
      divisionCode: work.actor.scope,
      number,
      state: ENTRY_LIFECYCLE.initial,
      stateSince: work.businessDate,
      indicator,
      value: typed.value,
      dataAsOf: typed.dataAsOf,
      sourceText: typed.sourceText,
      enteredById: work.actor.id,
      enteredBy: work.actor.name,
      enteredOn: work.businessDate,
      enteredAt: work.now,
    })
  }

  enter(work: Work): Promise<string> {
    return work.take(this, ENTRY_LIFECYCLE, 'enter')
  }

  async review(opinion: string, work: Work): Promise<void> {
    await work.take(this, ENTRY_LIFECYCLE, 'review')
    this.reviewedById = work.actor.id
    this.reviewedBy = work.actor.name
    this.reviewedOn = work.businessDate
    this.reviewedAt = work.now
    this.opinion = opinion || null
  }

  async return(reason: string, work: Work): Promise<void> {
    await work.take(this, ENTRY_LIFECYCLE, 'return')
    this.opinion = reason
  }

  async withdraw(reason: string, work: Work): Promise<void> {
    if (!mayWithdraw(this, work.actor)) throw new DomainProblem('entry-of-another', { enteredBy: this.enteredBy })
    await work.take(this, ENTRY_LIFECYCLE, 'withdraw')
    this.opinion = reason
  }

  async revoke(reason: string, work: Work): Promise<void> {
    await work.take(this, ENTRY_LIFECYCLE, 'revoke')
    this.opinion = reason
  }
}
