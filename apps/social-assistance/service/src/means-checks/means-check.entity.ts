import { CaseEntity } from '@xishan/service-kit'
import type { MeansCheckState } from '@xishan/social-assistance-contract'
import { Column, Entity } from 'typeorm'

/** The check of a family's economic circumstances by the check centre; one per application, in as many rounds as needed. */
@Entity()
export class MeansCheck extends CaseEntity {
  declare state: MeansCheckState

  @Column('uuid')
  applicationId!: string

  @Column('integer')
  round = 1

  @Column('date')
  requestedOn!: string

  @Column('text')
  requestedBy!: string

  @Column('text')
  conclusion = ''

  @Column('date', { nullable: true })
  concludedOn: string | null = null

  /** The applicant was told a negative result on this day. */
  @Column('date', { nullable: true })
  toldOn: string | null = null

  @Column('text')
  recheckReason = ''

  override get materialsOf(): string {
    return this.applicationId
  }

  /** Another round: what was concluded no longer stands. */
  ask(on: string, reason: string, startBy: string): void {
    this.round += 1
    this.requestedOn = on
    this.recheckReason = reason
    this.conclusion = ''
    this.concludedOn = null
    this.toldOn = null
    this.dueOn = startBy
  }

  conclude(on: string, conclusion: string): void {
    this.concludedOn = on
    this.conclusion = conclusion
    this.dueOn = null
  }
}
