import { CaseEntity, fen } from '@xishan/service-kit'
import type { RecoveryCause, RecoveryCauseKind, RecoveryState, RecoveryWay } from '@xishan/social-assistance-contract'
import { Column, Entity } from 'typeorm'

/** What a household was paid without right, and how it comes back. The sums follow the entries. */
@Entity()
export class Recovery extends CaseEntity {
  declare state: RecoveryState

  @Column('uuid')
  benefitId!: string

  @Column('uuid')
  householdId!: string

  @Column('text')
  applicantName!: string

  @Column('text')
  cause!: RecoveryCause

  @Column('text')
  ground!: string

  @Column('text')
  causeKind!: RecoveryCauseKind

  @Column('uuid')
  causeId!: string

  @Column('date')
  foundOn!: string

  @Column('text')
  foundBy!: string

  @Column('bigint', { transformer: fen })
  dueFen!: number

  @Column('bigint', { transformer: fen })
  settledFen = 0

  /** Month → what was paid for it: the rules cannot say what of it was too much, and whoever decides the claim does. */
  @Column('jsonb')
  openMonths: Record<string, number> = {}

  @Column('text')
  debtor!: string

  @Column('date', { nullable: true })
  notifiedOn: string | null = null

  @Column('text', { nullable: true })
  notifiedWay: string | null = null

  @Column('text')
  notifiedTo = ''

  @Column('date', { nullable: true })
  agreedOn: string | null = null

  @Column('text', { nullable: true })
  way: RecoveryWay | null = null

  @Column('bigint', { nullable: true, transformer: fen })
  monthlyOffsetFen: number | null = null

  @Column('text')
  writeOffDocument = ''

  @Column('text')
  court = ''

  @Column('bigint', { nullable: true, transformer: fen })
  fineFen: number | null = null

  @Column('text')
  fineDocument = ''

  @Column('date', { nullable: true })
  finedOn: string | null = null

  @Column('date', { nullable: true })
  closedOn: string | null = null

  @Column('text')
  closedBecause = ''

  get owedFen(): number {
    return this.dueFen - this.settledFen
  }

  close(on: string, because: string): void {
    this.closedOn = on
    this.closedBecause = because
    this.dueOn = null
  }
}
