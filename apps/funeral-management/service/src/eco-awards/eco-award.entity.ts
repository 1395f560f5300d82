import type { IdDocumentType } from '@xishan/domain'
import type { AwardState, DispositionKind } from '@xishan/funeral-management-contract'
import { CaseEntity, fen } from '@xishan/service-kit'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** An award for an eco disposition, paid to whoever buried the deceased. */
@Entity()
export class EcoAward extends CaseEntity {
  declare state: AwardState

  @Column('uuid')
  dispositionId!: string

  @Column('uuid', { nullable: true })
  deathId!: string | null

  @Column('text')
  deceasedName!: string

  @Column('text', { nullable: true })
  deceasedLookup!: string | null

  @Column('text')
  kind!: DispositionKind

  @Column('date')
  disposedOn!: string

  @Column('bigint', { transformer: fen })
  amountFen!: number

  @Column('date')
  appliedOn!: string

  @Column('text')
  applicantName!: string

  @Column('text')
  applicantDocumentType!: IdDocumentType

  @Column('text')
  applicantNumberSealed!: string

  @Column('text')
  applicantMasked!: string

  @Column('text')
  applicantLookup!: string

  @Column('text')
  relation!: string

  @Column('text')
  phoneSealed!: string

  @Column('text')
  phoneMasked!: string

  @Column('text')
  bank!: string

  @Column('text')
  accountSealed!: string

  @Column('text')
  accountLastFour!: string

  @Column('text')
  accountHolder!: string

  @Column('text')
  remark = ''

  @Column('text')
  recordedBy!: string

  @Column('date', { nullable: true })
  confirmedOn: string | null = null

  @Column('date', { nullable: true })
  paidOn: string | null = null

  @Column('bigint', { transformer: fen })
  recoveryFen = 0

  @Column('bigint', { transformer: fen })
  recoveredFen = 0
}

@Entity()
export class AwardRepayment {
  @PrimaryColumn('uuid')
  id!: string

  @Column('uuid')
  awardId!: string

  @Column('text')
  divisionCode!: string

  @Column('bigint', { transformer: fen })
  amountFen!: number

  @Column('date')
  repaidOn!: string

  @Column('text')
  receipt!: string

  @Column('text')
  recordedBy!: string
}
