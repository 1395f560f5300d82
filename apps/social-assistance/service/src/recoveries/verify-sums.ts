import type { Ask } from '@xishan/service-kit'

export interface BrokenSum {
  number: string
  dueFen: number
  settledFen: number
  dueByEntries: number
  settledByEntries: number
}

/** Recoveries whose sums are not those of their entries to the fen, or that are closed and still owe: none, unless something is broken. */
export const brokenSums = (ask: Ask): Promise<BrokenSum[]> =>
  ask(
    `select * from (
       select r.number, r.state, r.due_fen::float8 as "dueFen", r.settled_fen::float8 as "settledFen",
              coalesce(sum(case e.kind when 'DUE' then e.amount_fen when 'REVERSED' then -e.amount_fen end), 0)::float8 as "dueByEntries",
              coalesce(sum(case when e.kind in ('REPAID', 'OFFSET', 'WRITTEN_OFF') then e.amount_fen when e.kind = 'RETURNED' then -e.amount_fen end), 0)::float8 as "settledByEntries"
       from recovery r left join recovery_entry e on e.recovery_id = r.id group by r.id) sums
     where "dueFen" <> "dueByEntries" or "settledFen" <> "settledByEntries" or (state in ('SETTLED', 'WRITTEN_OFF', 'WITHDRAWN') and "dueFen" <> "settledFen")`,
  )
