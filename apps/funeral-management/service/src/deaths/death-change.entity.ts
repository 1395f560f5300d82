import type { CauseClass, CertificateKind, DeathChangeKind, DeathChangeState, DeathPlace } from '@xishan/funeral-management-contract'
import { CaseEntity } from '@xishan/service-kit'
import { Column, Entity } from 'typeorm'

/** What a correction puts in place of what stands. */
export interface CorrectedFacts {
  name: string | null
  diedOn: string | null
  place: DeathPlace | null
  cause: CauseClass | null
  certificate: { kind: CertificateKind; number: string; issuer: string } | null
}

/** A correction or a revocation that waits for another person. */
@Entity()
export class DeathChange extends CaseEntity {
  declare state: DeathChangeState

  @Column('uuid')
  deathId!: string

  @Column('text')
  deceasedName!: string

  @Column('text')
  kind!: DeathChangeKind

  @Column('jsonb')
  content!: CorrectedFacts

  @Column('text')
  reason!: string

  @Column('text')
  proposedBy!: string

  @Column('date')
  proposedOn!: string

  @Column('timestamptz')
  proposedAt!: Date

  @Column('text')
  decidedBy = ''

  @Column('date', { nullable: true })
  decidedOn: string | null = null

  @Column('text')
  opinion = ''

  decide(by: string, on: string, opinion: string): void {
    Object.assign(this, { decidedBy: by, decidedOn: on, opinion })
  }
}
