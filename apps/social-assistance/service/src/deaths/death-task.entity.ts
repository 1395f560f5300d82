import { CaseEntity } from '@xishan/service-kit'
import type { DeathFeed, DeathTaskKind, DeathTaskState } from '@xishan/social-assistance-contract'
import { Column, Entity } from 'typeorm'

/** What a death leaves for a person to do. */
@Entity()
export class DeathTask extends CaseEntity {
  declare state: DeathTaskState

  @Column('date', { nullable: true })
  warnOn: string | null = null

  @Column('text')
  kind!: DeathTaskKind

  @Column('uuid', { nullable: true })
  deathId: string | null = null

  @Column('text', { nullable: true })
  source: DeathFeed | null = null

  @Column('uuid', { nullable: true })
  benefitId: string | null = null

  @Column('uuid', { nullable: true })
  householdId: string | null = null

  @Column('uuid', { nullable: true })
  memberId: string | null = null

  @Column('text')
  applicantName!: string

  @Column('text')
  detail!: string

  @Column('text')
  opinion = ''

  @Column('date', { nullable: true })
  decidedOn: string | null = null

  @Column('text', { nullable: true })
  decidedBy: string | null = null

  decide(on: string, by: string, opinion: string): void {
    this.decidedOn = on
    this.decidedBy = by
    this.opinion = opinion
  }

  /** Nothing runs any more, or it runs again. */
  run(warnOn: string | null, dueOn: string | null): void {
    this.warnOn = warnOn
    this.dueOn = dueOn
  }
}
