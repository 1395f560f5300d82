import type { ParameterVersion } from '@xishan/domain'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** An approved version of a parameter; never changed. */
@Entity('parameter_version')
export class ParameterVersionRow {
  @PrimaryColumn('text')
  key!: string

  @PrimaryColumn('integer')
  version!: number

  @Column('jsonb')
  value!: ParameterVersion['value']

  @Column('text')
  unit!: ParameterVersion['unit']

  @Column('date')
  effectiveFrom!: string

  /** Exclusive; null until further notice. A later version ends this one all the same. */
  @Column('date', { nullable: true })
  effectiveTo!: string | null

  @Column('text')
  sourceMark!: ParameterVersion['sourceMark']

  @Column('text')
  source!: string

  @Column('text')
  title!: string

  @Column('text')
  note!: string

  @Column('uuid', { nullable: true })
  proposalId!: string | null
}
