import { AuditedEntity, fen } from '@xishan/service-kit'
import type { BenefitState, Category, Residence } from '@xishan/social-assistance-contract'
import { Column, Entity } from 'typeorm'

/** A household in pay: since when, for how much a month, and why. */
@Entity()
export class Benefit extends AuditedEntity {
  @Column('text')
  number!: string

  @Column('uuid')
  householdId!: string

  @Column('uuid', { nullable: true })
  applicationId!: string | null

  @Column('text')
  applicantName!: string

  @Column('text')
  documentMasked!: string

  @Column('text')
  residence!: Residence

  /** People paid for. */
  @Column('integer')
  memberCount!: number

  @Column('text')
  category!: Category

  @Column('text')
  state: BenefitState = 'NORMAL'

  @Column('text')
  fromMonth!: string

  /** The last month paid; null while in pay. */
  @Column('text', { nullable: true })
  toMonth: string | null = null

  @Column('bigint', { transformer: fen })
  amountFen!: number

  @Column('date', { nullable: true })
  recheckOn!: string | null

  @Column('text')
  reason!: string

  /** The roster it came in by (名册导入); such a household has no case here. */
  @Column('uuid', { nullable: true })
  rosterImportId: string | null = null

  /** When it was first found entitled, as the roster tells. */
  @Column('date', { nullable: true })
  firstConfirmedOn: string | null = null

  hold(): void {
    if (this.state !== 'STOPPED') this.state = 'HELD'
  }

  /** Nothing holds it any more: it is again what it was. */
  release(): void {
    if (this.state === 'HELD') this.state = this.toMonth === null ? 'NORMAL' : 'GRADUAL_EXIT'
  }
}
