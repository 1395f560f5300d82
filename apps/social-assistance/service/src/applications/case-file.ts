import type { ParameterBook, StepTaken } from '@xishan/domain'
import type { Ask } from '@xishan/service-kit'
import {
  assess, type ApplicationState, type Assessment, type CaseFacts, type Entry, type Finances, type MeansCheckState, type MemberFacts, type Residence,
} from '@xishan/social-assistance-contract'

/** What of an application decides, with the sheet, in which actions it may be taken. */
export interface CaseRow {
  id: string
  state: ApplicationState
  householdId: string | null
  residence: Residence | null
  entry: Entry
  singleMemberId: string | null
  separatelyRegistered: boolean
  reported: boolean
  relatedAccountIds: readonly string[]
  delegated: boolean
  suspendedSince: string | null
}

/** A case with everything that the conditions and the rules look at. */
export interface CaseFile {
  facts: CaseFacts
  members: MemberFacts[]
  finances: Finances | null
  /** What the rules say on the book's date; null while the sheet or the finances are missing. */
  assessment: Assessment | null
}

interface Parts {
  steps: StepTaken[]
  photoOn: string | null
  attachments: string[]
  posting: { startsOn: string; endsOn: string } | null
  unansweredObjections: number
  meansCheck: { state: MeansCheckState; toldOn: string | null; concludedOn: string | null } | null
  members: MemberFacts[]
  finances: Finances | null
}

const PARTS = `
  select
    (select coalesce(jsonb_agg(jsonb_build_object('action', action, 'actorId', actor_id) order by seq), '[]') from case_step where case_id = $1) as steps,
    (select coalesce(jsonb_agg(distinct kind), '[]') from attachment where subject_id = $1) as attachments,
    (select max(business_date)::text from attachment where subject_id = $1 and kind = 'POSTING_PHOTO') as "photoOn",
    (select jsonb_build_object('startsOn', starts_on, 'endsOn', ends_on) from posting where application_id = $1 order by round desc limit 1) as posting,
    (select count(*)::int from objection where application_id = $1 and named and answered_on is null) as "unansweredObjections",
    (select jsonb_build_object('state', state, 'toldOn', told_on, 'concludedOn', concluded_on) from means_check where application_id = $1) as "meansCheck",
    (select coalesce(jsonb_agg(facts order by position), '[]') from household_member where household_id = $2) as members,
    (select finances from application_finances where application_id = $1) as finances`

/** Reads what belongs to a case in one statement, and assesses it by the parameters of the business date. */
export async function readCaseFile(ask: Ask, application: CaseRow, book: ParameterBook): Promise<CaseFile> {
  const [parts] = await ask<Parts>(PARTS, [application.id, application.householdId])
  if (!parts) throw new Error('a statement without a table gave no row')
  const { steps, attachments, posting, photoOn, unansweredObjections, meansCheck, members, finances } = parts
  const assessment = assessCase(application, parts, book)
  return {
    members,
    finances,
    assessment,
    facts: {
      standing: { state: application.state, steps },
      businessDate: book.on,
      attachments,
      separatelyRegistered: application.separatelyRegistered,
      reported: application.reported,
      relatedAccountIds: application.relatedAccountIds,
      delegated: application.delegated,
      meansCheck,
      posting: posting && { ...posting, photoOn },
      unansweredObjections,
      assessment,
      clockSuspended: application.suspendedSince !== null,
    },
  }
}

function assessCase({ residence, entry, singleMemberId }: CaseRow, { members, finances, meansCheck }: Parts, book: ParameterBook): Assessment | null {
  if (residence === null || finances === null || members.length === 0) return null
  return assess({ residence, entry, singleMemberId, members }, { finances, meansCheck }, book)
}
