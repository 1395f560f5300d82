import { fen } from '@xishan/service-kit'
import type { RecoveryEntryKind } from '@xishan/social-assistance-contract'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** One entry of a recovery's account; never changed, only answered by another. */
@Entity()
export class RecoveryEntry {
  @PrimaryColumn('uuid')
  id!: string

  @Column('uuid')
  recoveryId!: string

  @Column('text')
  divisionCode!: string

  @Column('text')
  kind!: RecoveryEntryKind

  @Column('text', { nullable: true })
  month: string | null = null

  @Column('bigint', { transformer: fen })
  amountFen!: number

  @Column('date')
  enteredOn!: string

  @Column('text')
  enteredBy!: string

  @Column('uuid', { nullable: true })
  lineId: string | null = null

  @Column('text')
  reference = ''

  @Column('text')
  note = ''
}
