import type { DeathSource, Ethnicity, IdDocumentType } from '@xishan/domain'
import type { CauseClass, CertificateKind, DeathPlace, DeathState } from '@xishan/funeral-management-contract'
import { CaseEntity, type OutgoingEvent } from '@xishan/service-kit'
import { Column, Entity } from 'typeorm'

/** A person's death. Without a usable number it stays to be identified, under the same id. */
@Entity()
export class Death extends CaseEntity {
  declare state: DeathState

  @Column('text')
  deceasedName!: string

  @Column('text', { nullable: true })
  sex: string | null = null

  @Column('date', { nullable: true })
  birthDate: string | null = null

  @Column('text', { nullable: true })
  ethnicity: Ethnicity | null = null

  @Column('text', { nullable: true })
  documentType: IdDocumentType | null = null

  @Column('text', { nullable: true })
  documentNumberSealed: string | null = null

  @Column('text', { nullable: true })
  documentMasked: string | null = null

  @Column('text', { nullable: true })
  documentLookup: string | null = null

  @Column('text', { nullable: true })
  personKey: string | null = null

  @Column('text', { nullable: true })
  unknownKey: string | null = null

  @Column('text')
  hukouDivisionCode!: string

  @Column('date')
  diedOn!: string

  @Column('text', { nullable: true })
  place: DeathPlace | null = null

  @Column('text', { nullable: true })
  cause: CauseClass | null = null

  @Column('text', { nullable: true })
  certificateKind: CertificateKind | null = null

  @Column('text')
  certificateNumber = ''

  @Column('text')
  certificateIssuer = ''

  @Column('text')
  informantName = ''

  @Column('text')
  informantRelation = ''

  @Column('text', { nullable: true })
  informantPhoneSealed: string | null = null

  @Column('text', { nullable: true })
  informantPhoneMasked: string | null = null

  @Column('text')
  source!: DeathSource

  @Column('date')
  knownOn!: string

  @Column('text')
  registeredBy!: string

  @Column('text')
  remark = ''

  @Column('integer')
  revision = 0

  @Column('uuid', { nullable: true })
  listId: string | null = null

  /** What other lines are told from now on: that the person died on this day. */
  tell(): OutgoingEvent {
    this.revision += 1
    const { id: deathId, revision, diedOn, source, personKey } = this
    if (personKey) return { type: 'person.died', payload: { deathId, revision, diedOn, source }, occurredOn: diedOn, personKey }
    return { type: 'person.died-unidentified', payload: { deathId, revision, diedOn, source, name: this.deceasedName, birthDate: this.birthDate }, occurredOn: diedOn }
  }

  /** That another source gives another day; the day in force stands. */
  tellDispute(otherDiedOn: string, source: DeathSource): OutgoingEvent {
    this.revision += 1
    const { id: deathId, revision, diedOn } = this
    return { type: 'person.death-disputed', payload: { deathId, revision, diedOn, otherDiedOn, source }, occurredOn: diedOn, ...this.key() }
  }

  /** That the death was a mistake. */
  tellRevocation(reason: string): OutgoingEvent {
    this.revision += 1
    return { type: 'person.death-revoked', payload: { deathId: this.id, revision: this.revision, reason }, ...this.key() }
  }

  private key(): { personKey: string } | object {
    return this.personKey ? { personKey: this.personKey } : {}
  }
}
