import { Column, PrimaryColumn } from 'typeorm'

/** Roots of every table that people change: version, division and the head of the row's own audit chain. */
export abstract class AuditedEntity {
  @PrimaryColumn('uuid')
  id!: string

  /** 0 until first saved. */
  @Column('integer')
  version = 0

  @Column('text')
  divisionCode!: string

  @Column('text')
  auditHead = ''

  @Column('integer')
  auditSeq = 0
}

/** A case that moves through a lifecycle. */
export abstract class CaseEntity extends AuditedEntity {
  @Column('text')
  number!: string

  @Column('text')
  state!: string

  /** Business date on which the state was entered. */
  @Column('date')
  stateSince!: string

  /** Business date by which the state must be left; null when nothing runs. */
  @Column('date', { nullable: true })
  dueOn: string | null = null

  /** Where its materials are filed: with itself, unless it belongs to another case. */
  get materialsOf(): string {
    return this.id
  }
}
