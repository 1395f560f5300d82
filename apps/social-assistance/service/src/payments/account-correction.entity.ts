import { AuditedEntity } from '@xishan/service-kit'
import type { CorrectionWay } from '@xishan/social-assistance-contract'
import { Column, Entity } from 'typeorm'

/** What one person proposes for a failed line; it counts when another sends the line again. */
@Entity()
export class AccountCorrection extends AuditedEntity {
  @Column('uuid')
  lineId!: string

  @Column('uuid')
  householdId!: string

  @Column('text')
  way!: CorrectionWay

  @Column('text', { nullable: true })
  bank: string | null = null

  @Column('text', { nullable: true })
  accountNumberSealed: string | null = null

  @Column('text', { nullable: true })
  accountLastFour: string | null = null

  @Column('text', { nullable: true })
  accountHolder: string | null = null

  @Column('text')
  reason!: string

  @Column('text')
  proposedBy!: string

  @Column('text')
  proposedById!: string

  @Column('date')
  proposedOn!: string

  @Column('text')
  state: 'PROPOSED' | 'ACCEPTED' | 'REJECTED' = 'PROPOSED'

  @Column('text', { nullable: true })
  decidedBy: string | null = null

  @Column('date', { nullable: true })
  decidedOn: string | null = null

  @Column('text')
  decision = ''

  decide(state: 'ACCEPTED' | 'REJECTED', by: string, on: string, decision: string): void {
    Object.assign(this, { state, decidedBy: by, decidedOn: on, decision })
  }
}
