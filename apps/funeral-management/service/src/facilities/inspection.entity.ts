import type { InspectionState, RecordInspection } from '@xishan/funeral-management-contract'
import { CaseEntity } from '@xishan/service-kit'
import { Column, Entity } from 'typeorm'

/** A look at a cemetery or a columbarium, and what was put right after it. */
@Entity()
export class Inspection extends CaseEntity {
  declare state: InspectionState

  @Column('uuid')
  facilityId!: string

  @Column('text')
  facilityName!: string

  @Column('date')
  inspectedOn!: string

  @Column('text')
  inspectors!: string

  @Column('jsonb')
  results!: RecordInspection['results']

  @Column('text')
  findings!: string

  @Column('date', { nullable: true })
  rectifiedOn: string | null = null

  @Column('text')
  rectification = ''

  @Column('text')
  recordedBy!: string

  rectify(rectifiedOn: string, rectification: string): void {
    Object.assign(this, { rectifiedOn, rectification })
  }
}
