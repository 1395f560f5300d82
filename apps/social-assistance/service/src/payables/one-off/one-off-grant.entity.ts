import { CaseEntity, fen } from '@xishan/service-kit'
import type { OneOffInput, ProposedState } from '@xishan/social-assistance-contract'
import { Column, Entity } from 'typeorm'

/** A payment besides the monthly one, for everybody who is in pay in a month and fits. */
@Entity()
export class OneOffGrant extends CaseEntity {
  declare state: ProposedState

  @Column('text')
  kind!: OneOffInput['kind']

  @Column('text')
  title!: string

  @Column('text')
  document!: string

  @Column('text')
  month!: string

  @Column('text')
  per!: OneOffInput['per']

  @Column('bigint', { transformer: fen })
  amountFen!: number

  @Column('text', { nullable: true })
  residence!: OneOffInput['residence']

  @Column('text', { nullable: true })
  category!: OneOffInput['category']

  @Column('text', { nullable: true })
  division!: string | null

  /** As counted when it was proposed; once approved, as owed. */
  @Column('integer', { nullable: true })
  households: number | null = null

  @Column('bigint', { nullable: true, transformer: fen })
  totalFen: number | null = null

  @Column('text')
  proposedBy!: string

  @Column('date')
  proposedOn!: string

  @Column('date', { nullable: true })
  decidedOn: string | null = null

  @Column('text', { nullable: true })
  decidedBy: string | null = null

  @Column('text')
  opinion = ''

  decide(by: string, on: string, opinion: string): void {
    Object.assign(this, { decidedBy: by, decidedOn: on, opinion })
  }
}
