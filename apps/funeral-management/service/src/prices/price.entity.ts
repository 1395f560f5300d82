import type { FreeItem, PriceSheetState, ServiceClass } from '@xishan/funeral-management-contract'
import { CaseEntity, fen } from '@xishan/service-kit'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Prices of one facility that are proposed together, from one day on. */
@Entity()
export class PriceSheet extends CaseEntity {
  declare state: PriceSheetState

  @Column('uuid')
  facilityId!: string

  @Column('text')
  facilityName!: string

  @Column('date')
  effectiveFrom!: string

  @Column('text')
  document!: string

  @Column('text')
  reason!: string

  @Column('text')
  proposedBy!: string

  @Column('date')
  proposedOn!: string

  @Column('date', { nullable: true })
  publishedOn: string | null = null

  @Column('text')
  place = ''
}

/** A version of an item: its price from a day on, or its end. */
@Entity()
export class PriceLine {
  @PrimaryColumn('uuid')
  id!: string

  @Column('uuid')
  sheetId!: string

  @Column('uuid')
  facilityId!: string

  @Column('text')
  divisionCode!: string

  @Column('integer')
  position!: number

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

  @Column('bigint', { nullable: true, transformer: fen })
  priceFen: number | null = null

  @Column('date')
  effectiveFrom!: string

  @Column('date', { nullable: true })
  publishedOn: string | null = null
}
