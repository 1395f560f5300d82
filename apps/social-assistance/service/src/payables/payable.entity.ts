import { fen } from '@xishan/service-kit'
import type { PayableCause, PayableKind } from '@xishan/social-assistance-contract'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Something due to a household besides the regular month; a batch takes it as a line of its own, once. */
@Entity()
export class Payable {
  @PrimaryColumn('uuid')
  id!: string

  @Column('text')
  divisionCode!: string

  @Column('uuid')
  benefitId!: string

  @Column('uuid')
  householdId!: string

  @Column('text')
  kind!: PayableKind

  @Column('text')
  month!: string

  @Column('bigint', { transformer: fen })
  amountFen!: number

  @Column('text')
  causeKind!: PayableCause

  @Column('uuid')
  causeId!: string

  @Column('text')
  cause!: string

  @Column('date')
  createdOn!: string

  @Column('text')
  createdBy!: string

  @Column('date', { nullable: true })
  cancelledOn: string | null = null

  @Column('text', { nullable: true })
  cancelledBecause: string | null = null
}
