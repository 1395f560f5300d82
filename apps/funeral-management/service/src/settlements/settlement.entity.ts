import type { SettlementState } from '@xishan/funeral-management-contract'
import { CaseEntity, fen } from '@xishan/service-kit'
import { Column, Entity } from 'typeorm'

/** What the bureau owes a facility for a month of free basic services. */
@Entity()
export class Settlement extends CaseEntity {
  declare state: SettlementState

  @Column('uuid')
  facilityId!: string

  @Column('text')
  facilityName!: string

  @Column('text')
  month!: string

  @Column('integer')
  lineCount!: number

  @Column('bigint', { transformer: fen })
  totalFen!: number

  @Column('text')
  drawnBy!: string

  @Column('date', { nullable: true })
  paidOn: string | null = null

  @Column('text')
  voucher = ''

  comesTo(lineCount: number, totalFen: number): void {
    Object.assign(this, { lineCount, totalFen })
  }

  pay(paidOn: string, voucher: string): void {
    Object.assign(this, { paidOn, voucher })
  }
}
