import type { AnswerSource, FollowUpOutcome, Grade, SurveyState } from '@xishan/funeral-management-contract'
import { CaseEntity } from '@xishan/service-kit'
import { Column, Entity } from 'typeorm'

export interface SurveyAnswer {
  grade: Grade
  words: string
  source: AnswerSource
  answeredOn: string
  enteredBy: string
}

/** What a family thinks of a service, and what was done about it. */
@Entity()
export class Survey extends CaseEntity {
  declare state: SurveyState

  @Column('uuid')
  facilityId!: string

  @Column('text')
  facilityName!: string

  @Column('uuid')
  deathId!: string

  @Column('text')
  deceasedName!: string

  @Column('uuid', { nullable: true })
  billId: string | null = null

  @Column('text')
  codeLookup!: string

  @Column('text')
  codeSealed!: string

  @Column('date')
  invitedOn!: string

  @Column('date')
  closesOn!: string

  @Column('text', { nullable: true })
  grade: Grade | null = null

  @Column('text')
  words = ''

  @Column('text', { nullable: true })
  source: AnswerSource | null = null

  @Column('date', { nullable: true })
  answeredOn: string | null = null

  @Column('text')
  enteredBy = ''

  @Column('date', { nullable: true })
  contactedOn: string | null = null

  @Column('text', { nullable: true })
  outcome: FollowUpOutcome | null = null

  @Column('text')
  result = ''

  answer(answer: SurveyAnswer, dueOn: string | null): void {
    Object.assign(this, answer, { dueOn })
  }

  followUp(contactedOn: string, outcome: FollowUpOutcome, result: string): void {
    Object.assign(this, { contactedOn, outcome, result, dueOn: null })
  }
}
