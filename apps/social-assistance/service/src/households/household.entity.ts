import type { Residence } from '@xishan/social-assistance-contract'
import { AuditedEntity } from '@xishan/service-kit'
import { Column, Entity } from 'typeorm'

/** A family as it was last declared. It outlives its applications. */
@Entity()
export class Household extends AuditedEntity {
  @Column('text')
  number!: string

  /** Name and masked document of the head, for lists. */
  @Column('text')
  applicantName!: string

  @Column('text')
  documentMasked!: string

  @Column('integer')
  memberCount!: number

  @Column('text')
  hukouDivisionCode!: string

  @Column('text')
  residence!: Residence

  @Column('text')
  address!: string

  @Column('text')
  phoneSealed!: string

  @Column('text')
  phoneMasked!: string

  @Column('text', { nullable: true })
  bank: string | null = null

  @Column('text', { nullable: true })
  accountNumberSealed: string | null = null

  @Column('text', { nullable: true })
  accountLastFour: string | null = null

  @Column('text', { nullable: true })
  accountHolder: string | null = null

  /** A member is a near relative of staff (57号 §11). */
  @Column('boolean')
  separatelyRegistered!: boolean
}
