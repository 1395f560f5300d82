import { AuditedEntity } from '@xishan/service-kit'
import type { RosterKind } from '@xishan/social-assistance-contract'
import { Column, Entity } from 'typeorm'

/** Which head of a bureau's own roster is which of our columns, kept under a name for the next file. */
@Entity()
export class RosterMapping extends AuditedEntity {
  @Column('text')
  kind!: RosterKind

  @Column('text')
  name!: string

  @Column('jsonb')
  columns!: Record<string, string>

  @Column('date')
  savedOn!: string

  @Column('text')
  savedBy!: string
}
