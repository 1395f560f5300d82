import { Column, Entity, PrimaryColumn } from 'typeorm'

/** An objection to a posting, or a report about an open case. Who made it is sealed. */
@Entity()
export class Objection {
  @PrimaryColumn('uuid')
  id!: string

  @Column('uuid')
  applicationId!: string

  @Column('text')
  divisionCode!: string

  @Column('text')
  kind!: 'OBJECTION' | 'REPORT'

  @Column('date')
  receivedOn!: string

  @Column('text')
  way!: string

  /** With a name: it must be answered (57号 §37). */
  @Column('boolean')
  named!: boolean

  @Column('text', { nullable: true })
  objectorSealed: string | null = null

  @Column('text', { nullable: true })
  phoneSealed: string | null = null

  @Column('text')
  content!: string

  @Column('text')
  recordedBy!: string

  @Column('date', { nullable: true })
  answeredOn: string | null = null

  @Column('text')
  answer = ''

  @Column('text', { nullable: true })
  answeredBy: string | null = null
}
