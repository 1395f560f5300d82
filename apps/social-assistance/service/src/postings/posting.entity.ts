import { fen } from '@xishan/service-kit'
import { Column, Entity, PrimaryColumn } from 'typeorm'

export type PostingEnd = 'OVER' | 'OBJECTION' | 'WITHDRAWN' | 'TERMINATED'

/** One public posting of an opinion; after an objection there is another. */
@Entity()
export class Posting {
  @PrimaryColumn('uuid')
  id!: string

  @Column('uuid')
  applicationId!: string

  @Column('text')
  divisionCode!: string

  @Column('integer')
  round!: number

  @Column('text')
  applicantName!: string

  @Column('integer')
  memberCount!: number

  @Column('boolean')
  recommend!: boolean

  @Column('bigint', { transformer: fen })
  amountFen!: number

  @Column('text')
  place!: string

  @Column('date')
  startsOn!: string

  /** The last day of the period. */
  @Column('date')
  endsOn!: string

  @Column('date', { nullable: true })
  closedOn: string | null = null

  @Column('text', { nullable: true })
  closedBy: PostingEnd | null = null
}
