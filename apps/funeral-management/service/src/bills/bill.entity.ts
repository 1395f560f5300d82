import type { BillState, BillTotals, FreeClass, FreeItem, ServiceClass } from '@xishan/funeral-management-contract'
import { CaseEntity, fen } from '@xishan/service-kit'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** What a hall or a cemetery charges for one person; `billNumber` from the day it is issued. */
@Entity()
export class Bill extends CaseEntity {
  declare state: BillState

  @Column('uuid')
  deathId!: string

  @Column('text')
  deceasedName!: string

  @Column('uuid')
  facilityId!: string

  @Column('text')
  facilityName!: string

  @Column('text')
  payerName!: string

  @Column('text')
  payerRelation!: string

  @Column('text', { nullable: true })
  freeClass: FreeClass | null = null

  @Column('text')
  evidence = ''

  @Column('bigint', { transformer: fen })
  grossFen!: number

  @Column('bigint', { transformer: fen })
  freeFen!: number

  @Column('bigint', { transformer: fen })
  dueFen!: number

  @Column('text', { nullable: true })
  billNumber: string | null = null

  @Column('date', { nullable: true })
  issuedOn: string | null = null

  @Column('uuid', { nullable: true })
  reverses: string | null = null

  @Column('text')
  recordedBy!: string

  comesTo({ grossFen, freeFen, dueFen }: BillTotals): void {
    Object.assign(this, { grossFen, freeFen, dueFen })
  }

  issue(billNumber: string, issuedOn: string): void {
    Object.assign(this, { billNumber, issuedOn })
  }
}

@Entity()
export class BillLine {
  @PrimaryColumn('uuid')
  id!: string

  @Column('uuid')
  billId!: string

  @Column('text')
  divisionCode!: string

  @Column('integer')
  position!: number

  @Column('uuid')
  priceLineId!: string

  @Column('text')
  code!: string

  @Column('text')
  name!: string

  @Column('text')
  unit!: string

  @Column('text')
  serviceClass!: ServiceClass

  @Column('text', { nullable: true })
  freeItem: FreeItem | null = null

  @Column('date')
  serviceOn!: string

  @Column('integer')
  quantity!: number

  @Column('bigint', { transformer: fen })
  unitFen!: number

  @Column('bigint', { transformer: fen })
  grossFen!: number

  @Column('integer')
  freeQuantity!: number

  @Column('bigint', { transformer: fen })
  freeFen!: number

  @Column('text')
  freeCause = ''
}
