import type { CodeOf } from '@xishan/domain'
import type { AWARD_FUND, AWARD_LINE_STATE, AwardListState } from '@xishan/funeral-management-contract'
import { CaseEntity, fen } from '@xishan/service-kit'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** 发放批次: awards that are paid together. */
@Entity()
export class AwardList extends CaseEntity {
  declare state: AwardListState

  @Column('date')
  madeOn!: string

  @Column('text')
  madeBy!: string

  @Column('integer')
  lineCount = 0

  @Column('bigint', { transformer: fen })
  totalFen = 0

  @Column('text', { nullable: true })
  fund: CodeOf<typeof AWARD_FUND> | null = null

  @Column('text')
  fundDocument = ''

  @Column('text')
  returnedBecause = ''

  @Column('date', { nullable: true })
  approvedOn: string | null = null

  @Column('text', { nullable: true })
  approvedDigest: string | null = null

  @Column('date', { nullable: true })
  exportedOn: string | null = null

  @Column('text', { nullable: true })
  fileDigest: string | null = null

  @Column('date', { nullable: true })
  closedOn: string | null = null
}

@Entity()
export class AwardLine {
  @PrimaryColumn('uuid')
  id!: string

  @Column('uuid')
  listId!: string

  @Column('text')
  listNumber!: string

  @Column('uuid')
  awardId!: string

  @Column('text')
  divisionCode!: string

  @Column('integer')
  seq!: number

  @Column('integer')
  attempt!: number

  @Column('bigint', { transformer: fen })
  amountFen!: number

  @Column('text')
  bank!: string

  @Column('text')
  accountSealed!: string

  @Column('text')
  accountLastFour!: string

  @Column('text')
  accountHolder!: string

  @Column('text')
  state: CodeOf<typeof AWARD_LINE_STATE> = 'PENDING'

  @Column('date', { nullable: true })
  outcomeOn: string | null = null

  @Column('text')
  because = ''
}
