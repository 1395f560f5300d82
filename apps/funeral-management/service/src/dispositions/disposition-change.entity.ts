import type { DispositionChangeKind, DispositionChangeState, Resting } from '@xishan/funeral-management-contract'
import { CaseEntity } from '@xishan/service-kit'
import { Column, Entity } from 'typeorm'

/** A correction or a revocation that waits for another person. */
@Entity()
export class DispositionChange extends CaseEntity {
  declare state: DispositionChangeState

  @Column('uuid')
  dispositionId!: string

  @Column('text')
  deceasedName!: string

  @Column('text')
  kind!: DispositionChangeKind

  @Column('jsonb', { nullable: true })
  corrected: Resting | null = null

  /** In words, against what stood when it was proposed. */
  @Column('text')
  content!: string

  @Column('text')
  reason!: string

  @Column('text')
  proposedBy!: string

  @Column('date')
  proposedOn!: string

  @Column('text')
  decidedBy = ''

  @Column('text')
  opinion = ''

  decide(decidedBy: string, opinion: string): void {
    Object.assign(this, { decidedBy, opinion })
  }
}
