import type { FileResult, Finding, Registration, SampleState } from '@xishan/funeral-management-contract'
import { CaseEntity } from '@xishan/service-kit'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** The files of a month that were drawn for checking, and what they were drawn from. */
@Entity()
export class QualitySample extends CaseEntity {
  declare state: SampleState

  @Column('uuid')
  officeId!: string

  @Column('text')
  registration!: Registration

  @Column('text')
  month!: string

  @Column('text', { array: true })
  register!: string[]

  @Column('text')
  seed!: string

  @Column('double precision')
  share!: number

  @Column('integer')
  least!: number

  @Column('integer')
  drawn!: number

  @Column('text')
  drawnBy!: string

  @Column('date')
  drawnOn!: string

  @Column('date', { nullable: true })
  concludedOn: string | null = null
}

@Entity()
export class SampledFile {
  @PrimaryColumn('uuid')
  sampleId!: string

  @PrimaryColumn('integer')
  position!: number

  @Column('text')
  divisionCode!: string

  @Column('text')
  fileNumber!: string

  @Column('jsonb', { nullable: true })
  findings: Record<string, Finding> | null = null

  @Column('text', { nullable: true })
  result: FileResult | null = null

  @Column('text')
  remark = ''

  @Column('text', { nullable: true })
  checkedBy: string | null = null

  @Column('date', { nullable: true })
  checkedOn: string | null = null

  @Column('date', { nullable: true })
  correctedOn: string | null = null

  @Column('text')
  correction = ''
}
