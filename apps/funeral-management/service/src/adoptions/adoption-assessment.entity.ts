import type { Deadline, IdDocumentType } from '@xishan/domain'
import type { AdoptionDetail, AdoptionKind, AdoptionState, AssessmentMode, Party, PartResult } from '@xishan/funeral-management-contract'
import { CaseEntity, type ReaderPart } from '@xishan/service-kit'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { ReviewDates } from './review-dates'

/** A closed file: codes and dates only, so that neither list nor audit learns of a party from it. */
@Entity()
export class AdoptionAssessment extends CaseEntity {
  declare state: AdoptionState

  @Column('date', { nullable: true })
  warnOn: string | null = null

  @Column('date', { nullable: true })
  suspendedSince: string | null = null

  @Column('text')
  kind!: AdoptionKind

  @Column('date')
  consentedOn!: string

  @Column('text')
  placeCode!: string

  @Column('text', { nullable: true })
  giverKind: AdoptionDetail['giverKind'] = null

  /** The term of the assessment, with its pauses. */
  @Column('jsonb')
  deadline!: Deadline

  @Column('text', { nullable: true })
  mode: AssessmentMode | null = null

  @Column('text')
  organisation = ''

  @Column('text', { array: true })
  assessors: string[] = []

  @Column('date', { nullable: true })
  acceptedOn: string | null = null

  @Column('integer', { nullable: true })
  reviewDays: number | null = null

  @Column('date', { nullable: true })
  noticeOn: string | null = null

  @Column('date', { nullable: true })
  noticeUntil: string | null = null

  @Column('jsonb', { nullable: true })
  outcome: AdoptionDetail['outcome'] = null

  runs(deadline: Deadline): void {
    const { warnOn, dueOn, suspensions } = deadline
    Object.assign(this, { deadline, warnOn, dueOn, suspendedSince: suspensions.find(({ to }) => to === null)?.from ?? null })
  }

  /** The assessment is over; nothing is due until the file is handed over. */
  stops(): void {
    Object.assign(this, { warnOn: null, dueOn: null, suspendedSince: null })
  }

  isReviewed(acceptedOn: string, reviewDays: number, { warnOn, dueOn, noticeUntil }: ReviewDates, noticeOn: string | null = null): void {
    Object.assign(this, { acceptedOn, reviewDays, warnOn, dueOn, noticeOn, noticeUntil })
  }
}

@Entity()
export class AdoptionParty {
  @PrimaryColumn('uuid')
  id!: string

  @Column('uuid')
  fileId!: string

  @Column('text')
  divisionCode!: string

  @Column('text')
  party!: Party

  @Column('integer')
  position!: number

  @Column('text')
  name!: string

  @Column('text', { nullable: true })
  sex: string | null = null

  @Column('date', { nullable: true })
  birthDate: string | null = null

  @Column('text', { nullable: true })
  documentType: IdDocumentType | null = null

  @Column('text', { nullable: true })
  documentNumberSealed: string | null = null

  @Column('text', { nullable: true })
  documentMasked: string | null = null

  @Column('text', { nullable: true })
  documentLookup: string | null = null
}

@Entity()
export class AdoptionPart {
  @PrimaryColumn('uuid')
  fileId!: string

  @PrimaryColumn('text')
  key!: string

  @Column('text')
  divisionCode!: string

  @Column('text')
  result!: PartResult

  @Column('text')
  finding!: string

  @Column('text')
  enteredBy!: string

  @Column('date')
  enteredOn!: string
}

@Entity()
export class AdoptionVisit {
  @PrimaryColumn('uuid')
  id!: string

  @Column('uuid')
  fileId!: string

  @Column('text')
  divisionCode!: string

  @Column('date')
  visitedOn!: string

  @Column('text')
  visitors!: string

  @Column('text')
  findings!: string

  @Column('text')
  recordedBy!: string
}

/** Why somebody who is named for his part reads a file; who is let in has the reason that the head wrote. */
export const REASON_OF_PART: Readonly<Record<Exclude<ReaderPart, 'GRANTED'>, string>> = { HANDLER: '承办本件', HEAD: '审批本件' }
