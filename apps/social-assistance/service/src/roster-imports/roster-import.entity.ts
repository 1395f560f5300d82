import { CaseEntity, fen } from '@xishan/service-kit'
import type { OtherScheme, RosterKind, RosterState } from '@xishan/social-assistance-contract'
import { Column, Entity } from 'typeorm'

/** What the rows of a roster came to. */
export interface RosterCounts {
  householdCount: number
  newCount: number
  unchangedCount: number
  refusedCount: number
  problemCount: number
  /** Of what can be taken over. */
  newPeople: number
  newFen: number
}

const NOTHING: RosterCounts = { householdCount: 0, newCount: 0, unchangedCount: 0, refusedCount: 0, problemCount: 0, newPeople: 0, newFen: 0 }

/** A list from outside on its way in (名册导入). */
@Entity()
export class RosterImport extends CaseEntity {
  declare state: RosterState

  @Column('text')
  kind!: RosterKind

  @Column('text', { nullable: true })
  scheme!: OtherScheme | null

  @Column('text')
  fileName!: string

  @Column('text')
  digest!: string

  @Column('text')
  asOfMonth!: string

  @Column('integer')
  headRow!: number

  @Column('jsonb')
  heads!: string[]

  @Column('jsonb')
  columns!: Record<string, number>

  @Column('text')
  mappingName = ''

  @Column('integer')
  rowCount!: number

  @Column('integer')
  householdCount = 0

  @Column('integer')
  newCount = 0

  @Column('integer')
  unchangedCount = 0

  @Column('integer')
  refusedCount = 0

  @Column('integer')
  problemCount = 0

  @Column('integer')
  newPeople = 0

  @Column('bigint', { transformer: fen })
  newFen = 0

  @Column('integer')
  appliedCount = 0

  @Column('uuid', { nullable: true })
  correctsId!: string | null

  @Column('text')
  madeBy!: string

  @Column('date')
  uploadedOn!: string

  @Column('uuid', { nullable: true })
  run: string | null = null

  @Column('uuid', { nullable: true })
  jobId: string | null = null

  @Column('date', { nullable: true })
  checkedOn: string | null = null

  @Column('date', { nullable: true })
  appliedOn: string | null = null

  @Column('text', { nullable: true })
  appliedBy: string | null = null

  /** One run at a time writes; the token tells it from another that was started for the same roster. */
  start(run: string, jobId: string): void {
    this.run = run
    this.jobId = jobId
  }

  stop(): void {
    this.run = null
    this.jobId = null
  }

  /** Nothing of an earlier check holds any more. */
  uncheck(): void {
    this.checkedOn = null
    Object.assign(this, NOTHING)
  }

  finishCheck(on: string, counts: RosterCounts): void {
    this.stop()
    this.checkedOn = on
    Object.assign(this, counts)
  }

  finishApply(on: string, by: string): void {
    this.stop()
    this.appliedOn = on
    this.appliedBy = by
  }
}
