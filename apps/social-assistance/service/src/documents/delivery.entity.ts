import type { PaperKind } from '@xishan/social-assistance-contract'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** That a paper reached the applicant, when and how. */
@Entity()
export class Delivery {
  @PrimaryColumn('uuid')
  id!: string

  @Column('uuid')
  applicationId!: string

  @Column('text')
  divisionCode!: string

  @Column('text')
  paper!: PaperKind

  @Column('date')
  deliveredOn!: string

  @Column('text')
  way!: string

  @Column('text')
  receivedBy!: string

  @Column('text')
  recordedBy!: string
}
