import type { DeathSource } from '@xishan/domain'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** That a source told of a death, and which day it gave. */
@Entity()
export class DeathReport {
  @PrimaryColumn('uuid')
  id!: string

  @Column('uuid')
  deathId!: string

  @Column('text')
  divisionCode!: string

  @Column('text')
  source!: DeathSource

  @Column('date')
  diedOn!: string

  @Column('text')
  reference!: string

  @Column('text')
  reportedBy!: string

  @Column('date')
  reportedOn!: string
}
