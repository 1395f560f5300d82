import type { ChangeMourningPlace, MourningState } from '@xishan/funeral-management-contract'
import { AuditedEntity } from '@xishan/service-kit'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Where families gather to mourn. */
@Entity()
export class MourningPlace extends AuditedEntity {
  @Column('text')
  number!: string

  @Column('text')
  name!: string

  @Column('text')
  state: MourningState = 'BUILT'

  @Column('text', { array: true })
  serves!: string[]

  @Column('text')
  address!: string

  @Column('integer')
  capacity!: number

  @Column('text')
  operator!: string

  @Column('text')
  telephone!: string

  @Column('text')
  rules = ''

  @Column('date', { nullable: true })
  openedOn: string | null = null

  @Column('date', { nullable: true })
  closedOn: string | null = null

  @Column('text')
  closedBecause = ''

  @Column('text')
  recordedBy!: string

  describe({ name, serves, address, capacity, operator, telephone, rules }: Omit<ChangeMourningPlace, 'version'>): void {
    Object.assign(this, { name, serves, address, capacity, operator, telephone, rules })
  }

  open(openedOn: string): void {
    Object.assign(this, { state: 'IN_USE', openedOn, closedOn: null, closedBecause: '' })
  }

  close(closedOn: string, closedBecause: string): void {
    Object.assign(this, { state: 'CLOSED', closedOn, closedBecause })
  }
}

@Entity()
export class MourningCheck {
  @PrimaryColumn('uuid')
  id!: string

  @Column('uuid')
  placeId!: string

  @Column('text')
  divisionCode!: string

  @Column('date')
  checkedOn!: string

  @Column('text')
  checkers!: string

  @Column('boolean')
  isFit!: boolean

  @Column('text')
  findings!: string

  @Column('text')
  recordedBy!: string
}
