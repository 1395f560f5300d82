import { fen } from '@xishan/service-kit'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** What is to be repaid on a day, as last agreed. */
@Entity()
export class RecoveryInstalment {
  @PrimaryColumn('uuid')
  recoveryId!: string

  @PrimaryColumn('date')
  dueOn!: string

  @Column('text')
  divisionCode!: string

  @Column('bigint', { transformer: fen })
  amountFen!: number
}
