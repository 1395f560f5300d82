import type { IdDocumentType } from '@xishan/domain'
import type { DispositionKind, DispositionState, Remains, Resting } from '@xishan/funeral-management-contract'
import { AuditedEntity } from '@xishan/service-kit'
import { Column, Entity } from 'typeorm'

/** Where the remains of a person came to rest, or are kept until then. */
@Entity()
export class Disposition extends AuditedEntity {
  @Column('text')
  number!: string

  @Column('text')
  state: DispositionState = 'STANDING'

  @Column('uuid', { nullable: true })
  deathId: string | null = null

  @Column('text')
  deceasedName!: string

  @Column('text', { nullable: true })
  documentType: IdDocumentType | null = null

  @Column('text', { nullable: true })
  documentNumberSealed: string | null = null

  @Column('text', { nullable: true })
  documentMasked: string | null = null

  @Column('text', { nullable: true })
  documentLookup: string | null = null

  @Column('text')
  kind!: DispositionKind

  @Column('text')
  remains!: Remains

  @Column('date')
  disposedOn!: string

  @Column('text')
  place!: string

  @Column('uuid', { nullable: true })
  facilityId: string | null = null

  @Column('uuid', { nullable: true })
  contractId: string | null = null

  @Column('text')
  certificateNumber!: string

  @Column('text')
  handler!: string

  @Column('text')
  handlerRelation!: string

  @Column('text')
  remark = ''

  @Column('date', { nullable: true })
  endedOn: string | null = null

  @Column('text')
  receiver = ''

  @Column('text')
  recordedBy!: string

  @Column('date')
  recordedOn!: string

  correct({ kind, remains, disposedOn, place, certificateNumber }: Resting): void {
    Object.assign(this, { kind, remains, disposedOn, place, certificateNumber })
  }

  revoke(): void {
    this.state = 'REVOKED'
  }

  /** Temporary keeping is over. */
  end(endedOn: string, receiver: string): void {
    Object.assign(this, { state: 'ENDED', endedOn, receiver })
  }
}
