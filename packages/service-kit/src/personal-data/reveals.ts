import { ROLES } from '@xishan/domain'
import { newId } from '../unit-of-work/new-id'
import type { Work } from '../unit-of-work/work'

export interface Reveal {
  subjectType: string
  subjectId: string
  divisionCode: string
  field: string
  /** The open case that is its handler's reason; everyone else types one of at least four characters. */
  caseNumber?: string
  reason?: string
}

/** Logs that the actor of this work is shown a masked value. Called in the transaction that reads it. */
export async function logReveal(work: Work, reveal: Reveal): Promise<void> {
  await work.query(
    `insert into reveal_log (id, subject_type, subject_id, division_code, field, case_number, reason, actor_id, actor_name, actor_roles, at, business_date, request_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      newId(),
      reveal.subjectType,
      reveal.subjectId,
      reveal.divisionCode,
      reveal.field,
      reveal.caseNumber ?? null,
      reveal.reason ?? null,
      work.actor.id,
      work.actor.name,
      work.actor.roles.map((role) => ROLES[role]),
      work.now,
      work.businessDate,
      work.requestId,
    ],
  )
}
