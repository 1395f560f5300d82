import type { IdDocumentType } from '@xishan/domain'
import type { MemberFacts } from '@xishan/social-assistance-contract'
import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity()
export class HouseholdMember {
  @PrimaryColumn('uuid')
  householdId!: string

  @PrimaryColumn('uuid')
  id!: string

  @Column('text')
  divisionCode!: string

  /** The member's line on the sheet. */
  @Column('integer')
  position!: number

  @Column('text')
  name!: string

  @Column('text')
  relation!: string

  @Column('date')
  birthDate!: string

  @Column('text')
  documentType!: IdDocumentType

  @Column('text')
  documentNumberSealed!: string

  @Column('text')
  documentMasked!: string

  @Column('text')
  documentLookup!: string

  @Column('text')
  personKey!: string

  /** The whole member as the contract's schema has it; the columns above repeat what lists and look-ups need. */
  @Column('jsonb')
  facts!: MemberFacts

  /** Among the co-living members by 57号 §7, as the rules last said; null while unknown. */
  @Column('boolean', { nullable: true })
  counted: boolean | null = null

  @Column('text')
  countedBecause = ''
}
