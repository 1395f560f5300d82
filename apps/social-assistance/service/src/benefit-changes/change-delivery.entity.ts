import type { ChangePaper } from '@xishan/social-assistance-contract'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** That a notice of a change reached the household, when and how. */
@Entity()
export class ChangeDelivery {
  @PrimaryColumn('uuid')
  id!: string

  @Column('uuid')
  changeId!: string

  @Column('text')
  divisionCode!: string

  @Column('text')
  paper!: ChangePaper

  @Column('date')
  deliveredOn!: string

  @Column('text')
  way!: string

  @Column('text')
  receivedBy!: string

  @Column('text')
  recordedBy!: string
}
