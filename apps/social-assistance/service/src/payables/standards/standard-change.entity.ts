import { CaseEntity, fen } from '@xishan/service-kit'
import type { StandardChangeState } from '@xishan/social-assistance-contract'
import { Column, Entity } from 'typeorm'

/** A new version of a parameter that amounts stand on, on its way to every household in pay. */
@Entity()
export class StandardChange extends CaseEntity {
  declare state: StandardChangeState

  @Column('text')
  parameterKey!: string

  @Column('integer')
  parameterVersion!: number

  @Column('uuid', { nullable: true })
  proposalId!: string | null

  @Column('text')
  effectiveMonth!: string

  /** First month that was not closed when it was applied. */
  @Column('text', { nullable: true })
  fromMonth: string | null = null

  @Column('integer', { nullable: true })
  benefits: number | null = null

  @Column('integer', { nullable: true })
  changed: number | null = null

  @Column('bigint', { nullable: true, transformer: fen })
  monthlyDifferenceFen: number | null = null

  @Column('bigint', { nullable: true, transformer: fen })
  arrearsFen: number | null = null

  @Column('date', { nullable: true })
  appliedOn: string | null = null
}
