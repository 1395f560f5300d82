import type { DELIVERY_WAY, CodeOf } from '@xishan/domain'
import type { GraveKind, GraveSource, GraveState } from '@xishan/funeral-management-contract'
import { CaseEntity } from '@xishan/service-kit'
import { Column, Entity } from 'typeorm'

/** A grave that may break the rules, from the day it was found until somebody else saw what became of it. */
@Entity()
export class IllegalGrave extends CaseEntity {
  declare state: GraveState

  @Column('date', { nullable: true })
  warnOn: string | null = null

  @Column('text')
  kind!: GraveKind

  @Column('text')
  source!: GraveSource

  @Column('date')
  foundOn!: string

  @Column('text')
  place!: string

  @Column('double precision')
  longitude!: number

  @Column('double precision')
  latitude!: number

  @Column('text')
  description!: string

  @Column('text')
  holderName = ''

  @Column('text', { nullable: true })
  holderPhoneSealed: string | null = null

  @Column('text', { nullable: true })
  holderPhoneMasked: string | null = null

  @Column('text')
  foundBy!: string

  @Column('date', { nullable: true })
  visitedOn: string | null = null

  @Column('text')
  findings = ''

  @Column('text', { nullable: true })
  noticeNumber: string | null = null

  @Column('date', { nullable: true })
  issuedOn: string | null = null

  @Column('text')
  requirement = ''

  @Column('integer', { nullable: true })
  rectifyDays: number | null = null

  @Column('date', { nullable: true })
  servedOn: string | null = null

  @Column('text')
  servedWay: CodeOf<typeof DELIVERY_WAY> | '' = ''

  @Column('text')
  receivedBy = ''

  @Column('date', { nullable: true })
  rectifyBy: string | null = null

  @Column('text')
  extensionReason = ''

  @Column('date', { nullable: true })
  doneOn: string | null = null

  @Column('text')
  result = ''

  /** The period that runs now; none where nothing does. */
  runUntil(clock: { warnOn: string; dueOn: string } | null): void {
    this.warnOn = clock?.warnOn ?? null
    this.dueOn = clock?.dueOn ?? null
  }

  issue(notice: Required<Pick<IllegalGrave, 'noticeNumber' | 'issuedOn' | 'requirement' | 'rectifyDays'>>): void {
    this.begin()
    Object.assign(this, notice)
  }

  /** Everything from the notice on begins anew; what was before stands in the steps. */
  begin(): void {
    Object.assign(this, { noticeNumber: null, issuedOn: null, requirement: '', rectifyDays: null, servedOn: null, servedWay: '', receivedBy: '', rectifyBy: null, extensionReason: '', doneOn: null, result: '' })
  }
}
