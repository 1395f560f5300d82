import { addToMonth, monthOf } from '@xishan/domain'
import { Conditions } from '@xishan/service-kit'
import { APPLICATION_STATES, isDecided } from '@xishan/social-assistance-contract'

/**
 * Households in pay on a day: paid in its month, or confirmed by that day and paid from the month after (57号 §21). The table's alias
 * is `b`.
 */
export function inPayOn(asOf: string): Conditions {
  const month = monthOf(asOf)
  return new Conditions()
    .and('b.to_month is null or b.to_month >= ?', month)
    .and(
      `b.from_month <= ? or (b.from_month = ? and exists (
         select from benefit_amount h join decision d on d.id = h.decision_id where h.benefit_id = b.id and h.from_month = b.from_month and d.decided_on <= ?))`,
      month,
      addToMonth(month, 1),
      asOf,
    )
}

const OVER = APPLICATION_STATES.filter(isDecided)
/** After one of these the opinion that stood no longer does. */
const OPINION_ENDS = ['sendBackSurvey', 'sendBackOpinion', 'reinvestigate', 'resumeInvestigation']

/**
 * Households owed the allowance on a day: the street's opinion found them entitled, nothing is decided, and the whole term is past
 * (a term that stood still on its last day is not). The table's alias is `a`. Reads the steps, so that a past day is seen as it was.
 */
export function owedOn(asOf: string): Conditions {
  return new Conditions()
    .and('a.accepted_on <= ?', asOf)
    .and('a.decided_on is null or a.decided_on > ?', asOf)
    .and(
      `exists (
         select from jsonb_array_elements(a.terms) t
         where t->>'name' = 'whole' and t->'deadline'->>'dueOn' < ?
           and not exists (select from jsonb_array_elements(t->'deadline'->'suspensions') p where p->>'to' is null and p->>'from' <= t->'deadline'->>'dueOn'))`,
      asOf,
    )
    .and(
      `(select s.action = 'giveOpinion' and s.input->>'recommend' = 'true' from case_step s
        where s.case_id = a.id and s.business_date <= ? and s.action = any(?::text[]) order by s.seq desc limit 1)`,
      asOf,
      ['giveOpinion', ...OPINION_ENDS],
    )
    .and(`(select s.to_state <> all(?::text[]) from case_step s where s.case_id = a.id and s.business_date <= ? order by s.seq desc limit 1)`, OVER, asOf)
}
