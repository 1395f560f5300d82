import type { Ashes } from '@xishan/funeral-management-contract'
import { AuditedEntity } from '@xishan/service-kit'
import { Column, Entity } from 'typeorm'

/** What the hall wrote down when somebody was cremated. */
@Entity()
export class Cremation extends AuditedEntity {
  @Column('text')
  number!: string

  @Column('uuid')
  deathId!: string

  @Column('text')
  deceasedName!: string

  @Column('text')
  certificateNumber!: string

  @Column('text')
  hall!: string

  @Column('text')
  furnace!: string

  @Column('timestamptz')
  collectedAt!: Date

  @Column('timestamptz')
  crematedAt!: Date

  @Column('text')
  ashReceiver!: string

  @Column('text')
  ashReceiverRelation!: string

  @Column('text', { nullable: true })
  ashReceiverPhoneSealed: string | null = null

  @Column('text', { nullable: true })
  ashReceiverPhoneMasked: string | null = null

  @Column('text')
  ashes!: Ashes

  @Column('text')
  recordedBy!: string

  @Column('date')
  recordedOn!: string
}
