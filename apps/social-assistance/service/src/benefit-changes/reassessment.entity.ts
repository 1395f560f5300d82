import { fen } from '@xishan/service-kit'
import type { Assessment } from '@xishan/social-assistance-contract'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { DecidedFacts } from '../decisions/decision.entity'

/** How an amount in pay came about anew (复算), whatever made it necessary: written once, with what it stands on. */
@Entity()
export class Reassessment {
  @PrimaryColumn('uuid')
  id!: string

  @Column('text')
  divisionCode!: string

  @Column('uuid')
  benefitId!: string

  @Column('text')
  causeKind!: 'BENEFIT_CHANGE' | 'STANDARD_CHANGE' | 'ROSTER_IMPORT'

  @Column('uuid')
  causeId!: string

  /** The month it counts from, be it a closed one: what it makes of those is arrears or a recovery. */
  @Column('text')
  fromMonth!: string

  @Column('bigint', { transformer: fen })
  beforeFen!: number

  @Column('bigint', { transformer: fen })
  afterFen!: number

  @Column('integer')
  memberCount!: number

  @Column('jsonb', { nullable: true })
  facts: DecidedFacts | null = null

  @Column('jsonb')
  assessment!: Assessment

  @Column('date')
  madeOn!: string
}
