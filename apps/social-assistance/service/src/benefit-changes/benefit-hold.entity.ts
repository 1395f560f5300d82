import type { HoldGround } from '@xishan/social-assistance-contract'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Why nothing is sent for a benefit, from which month, and since when again. */
@Entity()
export class BenefitHold {
  @PrimaryColumn('uuid')
  id!: string

  @Column('text')
  divisionCode!: string

  @Column('uuid')
  benefitId!: string

  @Column('text')
  ground!: HoldGround

  @Column('text')
  because!: string

  @Column('uuid', { nullable: true })
  changeId: string | null = null

  @Column('uuid', { nullable: true })
  deathId: string | null = null

  @Column('text')
  fromMonth!: string

  @Column('date')
  placedOn!: string

  @Column('text')
  placedBy!: string

  @Column('date', { nullable: true })
  liftedOn: string | null = null

  @Column('text', { nullable: true })
  liftedBy: string | null = null

  @Column('text', { nullable: true })
  liftedBecause: string | null = null
}
