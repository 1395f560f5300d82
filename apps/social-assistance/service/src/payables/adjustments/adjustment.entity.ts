import { CaseEntity, fen } from '@xishan/service-kit'
import type { ProposedState } from '@xishan/social-assistance-contract'
import { Column, Entity } from 'typeorm'

/** 调整补差: one household, one amount, one cause; owed when another has approved it. */
@Entity()
export class Adjustment extends CaseEntity {
  declare state: ProposedState

  @Column('uuid')
  benefitId!: string

  @Column('uuid')
  householdId!: string

  @Column('text')
  applicantName!: string

  @Column('text')
  month!: string

  @Column('bigint', { transformer: fen })
  amountFen!: number

  @Column('text')
  cause!: string

  @Column('text')
  document!: string

  @Column('text')
  proposedBy!: string

  @Column('date')
  proposedOn!: string

  @Column('text', { nullable: true })
  decidedBy: string | null = null

  @Column('date', { nullable: true })
  decidedOn: string | null = null

  @Column('text')
  opinion = ''

  decide(by: string, on: string, opinion: string): void {
    Object.assign(this, { decidedBy: by, decidedOn: on, opinion })
  }
}
