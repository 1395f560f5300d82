import type { DeathListState, ListSource } from '@xishan/funeral-management-contract'
import { AuditedEntity, CaseEntity } from '@xishan/service-kit'
import { Column, Entity } from 'typeorm'

/** A list of deaths as a source sent it. */
@Entity()
export class DeathList extends CaseEntity {
  declare state: DeathListState

  @Column('text')
  source!: ListSource

  @Column('text')
  fileName!: string

  @Column('text')
  digest!: string

  @Column('date')
  coversTo!: string

  @Column('integer')
  headRow!: number

  @Column('jsonb')
  heads!: string[]

  @Column('jsonb')
  columns!: Record<string, number>

  @Column('boolean')
  mappedBefore!: boolean

  @Column('integer')
  rowCount = 0

  @Column('integer')
  appliedRows = 0

  @Column('text')
  uploadedBy!: string

  @Column('date')
  uploadedOn!: string

  @Column('date', { nullable: true })
  appliedOn: string | null = null

  @Column('uuid', { nullable: true })
  run: string | null = null

  @Column('uuid', { nullable: true })
  jobId: string | null = null

  @Column('text', { nullable: true })
  jobOf: string | null = null
}

/** Which head of a source's file is which of our columns, kept for its next one. */
@Entity()
export class DeathListMapping extends AuditedEntity {
  @Column('text')
  source!: ListSource

  @Column('jsonb')
  columns!: Record<string, string>
}
