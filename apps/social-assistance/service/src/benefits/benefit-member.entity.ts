import { fen } from '@xishan/service-kit'
import type { SupplementGround } from '@xishan/social-assistance-contract'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A person paid for. A person is in pay once over the whole district. */
@Entity()
export class BenefitMember {
  @PrimaryColumn('uuid')
  benefitId!: string

  @PrimaryColumn('uuid')
  memberId!: string

  @Column('text')
  divisionCode!: string

  @Column('text')
  name!: string

  @Column('text')
  relation!: string

  @Column('text')
  documentLookup!: string

  @Column('text')
  personKey!: string

  @Column('bigint', { transformer: fen })
  supplementFen!: number

  @Column('text', { nullable: true })
  supplementGround!: SupplementGround | null

  @Column('text')
  fromMonth!: string

  @Column('text', { nullable: true })
  toMonth: string | null = null
}
