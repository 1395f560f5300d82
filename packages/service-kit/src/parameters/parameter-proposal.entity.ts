import type { ParameterState, ParameterVersion } from '@xishan/domain'
import { Column, Entity } from 'typeorm'
import { CaseEntity } from '../unit-of-work/audited.entity'

/** A new version of a parameter on its way through proposal and approval. */
@Entity()
export class ParameterProposal extends CaseEntity {
  declare state: ParameterState

  @Column('text')
  key!: string

  @Column('jsonb')
  value!: ParameterVersion['value']

  @Column('date')
  effectiveFrom!: string

  @Column('text')
  source!: string

  @Column('text')
  sourceMark!: ParameterVersion['sourceMark']

  @Column('text')
  note!: string

  @Column('text')
  proposedBy!: string

  @Column('date')
  proposedOn!: string

  @Column('text', { nullable: true })
  decidedBy: string | null = null

  @Column('date', { nullable: true })
  decidedOn: string | null = null

  @Column('text')
  opinion = ''

  decide(by: string, on: string, opinion: string): void {
    this.decidedBy = by
    this.decidedOn = on
    this.opinion = opinion
  }
}
