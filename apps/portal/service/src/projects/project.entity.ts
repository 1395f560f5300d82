import { AuditedEntity } from '@xishan/service-kit'
import { Column, Entity } from 'typeorm'

/** A key project with the plan's own figures, in 万元. */
@Entity('project')
export class Project extends AuditedEntity {
  @Column('integer')
  position!: number

  @Column('text')
  category!: string

  @Column('text')
  nameInTable!: string

  @Column('text')
  nameInText!: string

  @Column('double precision')
  countPerYear!: number

  @Column('double precision')
  unitBudget!: number

  @Column('double precision', { nullable: true })
  yearlyBudget!: number | null

  @Column('double precision')
  fiveYearBudget!: number

  @Column('text')
  funding!: string

  /** What table and text say differently, as the plan's readers noted it. */
  @Column('text')
  discrepancy!: string

  /** Projects a year as the text has them; null where it names none. */
  @Column('double precision', { nullable: true })
  countPerYearInText!: number | null

  /** The plan's own paragraph. */
  @Column('text')
  wording!: string
}
