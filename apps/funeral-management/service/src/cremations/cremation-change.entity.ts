import type { CremationChangeState, WrittenCremation } from '@xishan/funeral-management-contract'
import { CaseEntity } from '@xishan/service-kit'
import { Column, Entity } from 'typeorm'

/** A correction that waits for another person. */
@Entity()
export class CremationChange extends CaseEntity {
  declare state: CremationChangeState

  @Column('uuid')
  cremationId!: string

  @Column('text')
  deceasedName!: string

  @Column('jsonb')
  corrected!: WrittenCremation

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
