import { Column, Entity, PrimaryColumn } from 'typeorm'

/** What the director ruled on an open point. Never changed; a later one takes its place. */
@Entity('ruling')
export class Ruling {
  @PrimaryColumn('uuid')
  id!: string

  @Column('uuid')
  openPointId!: string

  @Column('text')
  divisionCode!: string

  @Column('integer')
  seq!: number

  @Column('text')
  text!: string

  @Column('text', { nullable: true })
  optionKey!: string | null

  @Column('date')
  ruledOn!: string

  @Column('text')
  ruledById!: string

  @Column('text')
  ruledBy!: string

  @Column('timestamptz')
  ruledAt!: Date
}
