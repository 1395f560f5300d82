import { fen } from '@xishan/service-kit'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/**
 * What a benefit is worth from a month on, and by which decision. Of the rows that have begun by a month the one decided last, which has
 * the highest sequence, is the one that counts.
 */
@Entity()
export class BenefitAmount {
  @PrimaryColumn('uuid')
  benefitId!: string

  @PrimaryColumn('text')
  fromMonth!: string

  @PrimaryColumn('integer')
  sequence = 1

  @Column('text', { nullable: true })
  toMonth: string | null = null

  @Column('text')
  divisionCode!: string

  @Column('bigint', { transformer: fen })
  amountFen!: number

  @Column('integer')
  memberCount!: number

  @Column('text')
  reason!: string

  @Column('uuid', { nullable: true })
  decisionId!: string | null

  @Column('uuid', { nullable: true })
  reassessmentId: string | null = null
}
