import type { Finances } from '@xishan/social-assistance-contract'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** The declared economic circumstances of an application: items are written and read together, so they are kept together. */
@Entity()
export class ApplicationFinances {
  @PrimaryColumn('uuid')
  applicationId!: string

  @Column('text')
  divisionCode!: string

  @Column('jsonb')
  finances!: Finances
}
