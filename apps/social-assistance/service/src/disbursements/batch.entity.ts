import { CaseEntity, fen } from '@xishan/service-kit'
import type { BatchKind, BatchState } from '@xishan/social-assistance-contract'
import { Column, Entity } from 'typeorm'
import type { BatchTotals } from './batch-totals'

/** A monthly batch (发放批次): what is paid together, by whom it was made, and the sums that were signed. */
@Entity({ name: 'disbursement_batch' })
export class Batch extends CaseEntity {
  declare state: BatchState

  @Column('text')
  scheme = 'SUBSISTENCE_ALLOWANCE'

  @Column('text')
  kind!: BatchKind

  @Column('text')
  month!: string

  @Column('text')
  title!: string

  @Column('uuid', { nullable: true })
  templateId: string | null = null

  @Column('text')
  madeBy!: string

  @Column('uuid', { nullable: true })
  calculation: string | null = null

  @Column('date', { nullable: true })
  calculatedOn: string | null = null

  @Column('integer')
  lineCount = 0

  @Column('integer')
  householdCount = 0

  @Column('bigint', { transformer: fen })
  totalFen = 0

  @Column('integer')
  heldCount = 0

  @Column('bigint', { transformer: fen })
  heldFen = 0

  @Column('bigint', { transformer: fen })
  offsetFen = 0

  @Column('text', { nullable: true })
  approvedDigest: string | null = null

  @Column('text', { nullable: true })
  approvedSignature: string | null = null

  @Column('date', { nullable: true })
  approvedOn: string | null = null

  @Column('date', { nullable: true })
  exportedOn: string | null = null

  @Column('date', { nullable: true })
  reconciledOn: string | null = null

  @Column('date', { nullable: true })
  closedOn: string | null = null

  @Column('text')
  returnedBecause = ''

  /** One run at a time writes lines; the token tells it from another that was started for the same batch. */
  startCalculation(run: string): void {
    this.calculation = run
    this.calculatedOn = null
    this.sum(NOTHING)
  }

  finishCalculation(on: string, totals: BatchTotals): void {
    this.calculation = null
    this.calculatedOn = on
    this.sum(totals)
  }

  abandonCalculation(): void {
    this.calculation = null
    this.calculatedOn = null
    this.sum(NOTHING)
  }

  sum(totals: BatchTotals): void {
    Object.assign(this, totals)
  }

  sign(on: string, digest: string, signature: string | null): void {
    this.approvedOn = on
    this.approvedDigest = digest
    this.approvedSignature = signature
  }
}

const NOTHING: BatchTotals = { lineCount: 0, householdCount: 0, totalFen: 0, heldCount: 0, heldFen: 0, offsetFen: 0 }
