import { fen } from '@xishan/service-kit'
import type { CheckAnswer } from '@xishan/social-assistance-contract'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** The latest answer of one source about one member; earlier ones stand in the steps of the check. */
@Entity()
export class MeansCheckAnswer {
  @PrimaryColumn('uuid')
  meansCheckId!: string

  @PrimaryColumn('uuid')
  memberId!: string

  @PrimaryColumn('text')
  source!: CheckAnswer['source']

  @Column('text')
  divisionCode!: string

  @Column('date')
  answeredOn!: string

  @Column('text')
  finding!: CheckAnswer['finding']

  @Column('bigint', { nullable: true, transformer: fen })
  amountFen!: number | null

  @Column('text')
  details!: string

  @Column('text')
  way!: 'BY_HAND' | 'ADAPTER'

  @Column('text')
  enteredBy!: string
}
