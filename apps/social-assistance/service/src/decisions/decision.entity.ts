import { fen } from '@xishan/service-kit'
import type { Assessment, Category, Finances, MemberFacts, RefusalGround, Residence } from '@xishan/social-assistance-contract'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** The sheet and the finances as they were when the decision was taken. No identity numbers. */
export interface DecidedFacts {
  residence: Residence
  members: MemberFacts[]
  finances: Finances
}

@Entity()
export class Decision {
  @PrimaryColumn('uuid')
  id!: string

  @Column('uuid')
  applicationId!: string

  @Column('text')
  divisionCode!: string

  @Column('text')
  outcome!: 'CONFIRMED' | 'REFUSED' | 'NOT_ACCEPTED' | 'TERMINATED'

  @Column('date')
  decidedOn!: string

  @Column('text')
  decidedById!: string

  @Column('text')
  decidedBy!: string

  @Column('text')
  opinion!: string

  @Column('text', { nullable: true })
  ground: RefusalGround | null = null

  @Column('bigint', { transformer: fen })
  amountFen = 0

  @Column('text', { nullable: true })
  category: Category | null = null

  @Column('text', { nullable: true })
  fromMonth: string | null = null

  /** What the citizen may do against it; empty for a confirmation. */
  @Column('text')
  remedy = ''

  @Column('jsonb', { nullable: true })
  facts: DecidedFacts | null = null

  @Column('jsonb', { nullable: true })
  assessment: Assessment | null = null
}
