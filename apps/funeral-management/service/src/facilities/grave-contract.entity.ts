import type { IdDocumentType } from '@xishan/domain'
import type { GraveContractState, PlotState, SaleGround } from '@xishan/funeral-management-contract'
import { CaseEntity, fen } from '@xishan/service-kit'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Who holds a plot, for whom, and until when. */
@Entity()
export class GraveContract extends CaseEntity {
  declare state: GraveContractState

  @Column('uuid')
  plotId!: string

  @Column('text')
  holderName!: string

  @Column('text')
  holderDocumentType!: IdDocumentType

  @Column('text')
  holderNumberSealed!: string

  @Column('text')
  holderMasked!: string

  @Column('text')
  holderLookup!: string

  @Column('text')
  holderPhoneSealed!: string

  @Column('text')
  holderPhoneMasked!: string

  @Column('text')
  relation!: string

  @Column('text')
  ground!: SaleGround

  @Column('text', { nullable: true })
  certificateNumber!: string | null

  @Column('uuid', { nullable: true })
  deathId!: string | null

  @Column('text')
  userName!: string

  @Column('text', { nullable: true })
  userNumberSealed!: string | null

  @Column('text', { nullable: true })
  userMasked!: string | null

  @Column('text', { nullable: true })
  userLookup!: string | null

  @Column('text')
  proof = ''

  @Column('bigint', { transformer: fen })
  priceFen!: number

  @Column('date')
  signedOn!: string

  @Column('date')
  expiresOn!: string

  @Column('date', { nullable: true })
  occupiedOn: string | null = null

  @Column('date', { nullable: true })
  notifiedOn: string | null = null

  @Column('text')
  notifiedWay = ''

  @Column('date', { nullable: true })
  feePaidUntil: string | null = null

  /** Set by the day's job, so that it is a task. */
  @Column('boolean')
  feeOverdue = false

  @Column('text')
  recordedBy!: string

  /** Until when the maintenance fee is paid; null where nothing is. */
  feeStands(until: string | null, today: string): void {
    Object.assign(this, { feePaidUntil: until, feeOverdue: until !== null && until < today })
  }

  /** What the plot is while the contract runs. */
  get plotState(): PlotState {
    return this.occupiedOn === null ? 'SOLD' : 'OCCUPIED'
  }

  /** From the day the term would have ended; the notice before it is done with. */
  renewUntil(expiresOn: string): void {
    Object.assign(this, { expiresOn, dueOn: null, notifiedOn: null, notifiedWay: '' })
  }
}

@Entity()
export class ContractRenewal {
  @PrimaryColumn('uuid')
  id!: string

  @Column('uuid')
  contractId!: string

  @Column('text')
  divisionCode!: string

  @Column('date')
  renewedOn!: string

  @Column('integer')
  years!: number

  @Column('bigint', { transformer: fen })
  priceFen!: number

  @Column('date')
  expiresOn!: string

  @Column('text')
  recordedBy!: string
}

@Entity()
export class ContractFee {
  @PrimaryColumn('uuid')
  id!: string

  @Column('uuid')
  contractId!: string

  @Column('text')
  divisionCode!: string

  @Column('date')
  paidOn!: string

  @Column('date')
  paidFrom!: string

  @Column('date')
  paidUntil!: string

  @Column('bigint', { transformer: fen })
  amountFen!: number

  @Column('text')
  receipt!: string

  @Column('text')
  recordedBy!: string

  @Column('text')
  cancelledBecause = ''
}
