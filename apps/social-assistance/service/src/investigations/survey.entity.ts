import type { SurveyRecord } from '@xishan/social-assistance-contract'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** What the investigation group found in one round: recorded by the first, countersigned by the second. */
@Entity()
export class Survey {
  @PrimaryColumn('uuid')
  id!: string

  @Column('uuid')
  applicationId!: string

  @Column('text')
  divisionCode!: string

  @Column('integer')
  round!: number

  @Column('jsonb')
  record!: SurveyRecord

  @Column('text')
  investigatorId!: string

  @Column('text')
  investigator!: string

  @Column('text', { nullable: true })
  countersignedBy: string | null = null

  @Column('date', { nullable: true })
  countersignedOn: string | null = null
}
