import type { DivisionKind } from '@xishan/domain'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A division as it stood from `validFrom` up to but not on `validTo`. */
@Entity('division')
export class DivisionRow {
  @PrimaryColumn('text')
  code!: string

  @Column('text')
  name!: string

  @Column('text')
  kind!: DivisionKind

  @Column('date', { nullable: true })
  validFrom!: string | null

  @Column('date', { nullable: true })
  validTo!: string | null

  @Column('text', { array: true })
  predecessors!: string[]

  @Column('text', { array: true })
  successors!: string[]

  @Column('boolean')
  inPlanDenominator!: boolean
}
