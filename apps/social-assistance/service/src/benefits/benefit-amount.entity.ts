import { fen } from '@xishan/service-kit'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** What a benefit was worth from one month to another, and by which decision. */
@Entity()
export class BenefitAmount {
  @PrimaryColumn('uuid')
  benefitId!: string

  @PrimaryColumn('text')
  fromMonth!: string

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
}
