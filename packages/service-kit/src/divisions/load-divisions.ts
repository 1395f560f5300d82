import type { Division } from '@xishan/domain'
import type { Work } from '../unit-of-work/work'

/** Brings the divisions in, in a work of a service actor. Repeated, it only corrects what the data now says differently. */
export async function loadDivisions(work: Work, divisions: readonly Division[]): Promise<void> {
  await work.query(
    `insert into division (code, name, kind, valid_from, valid_to, predecessors, successors, in_plan_denominator)
     select code, name, kind, "validFrom", "validTo", array(select jsonb_array_elements_text(predecessors)), array(select jsonb_array_elements_text(successors)), "inPlanDenominator"
     from jsonb_to_recordset($1::jsonb)
       as d(code text, name text, kind text, "validFrom" date, "validTo" date, predecessors jsonb, successors jsonb, "inPlanDenominator" boolean)
     on conflict (code, valid_from) do update
     set name = excluded.name, kind = excluded.kind, valid_to = excluded.valid_to, predecessors = excluded.predecessors,
         successors = excluded.successors, in_plan_denominator = excluded.in_plan_denominator`,
    [JSON.stringify(divisions)],
  )
}
