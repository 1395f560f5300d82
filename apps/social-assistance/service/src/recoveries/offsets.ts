/** What a recovery `r` still waits to see booked: kept back in lines that are neither given up nor booked. */
export const RESERVED_OFFSETS = `(select coalesce(sum(l.offset_fen), 0) from disbursement_line l
    where l.recovery_id = r.id and l.state <> 'CANCELLED' and not exists (select from recovery_entry e where e.line_id = l.id and e.kind = 'OFFSET'))`

/**
 * What may be kept back now of the pay of a benefit `b`, as a lateral join: `recovery_id` and `offset_fen`, the monthly amount agreed or
 * what is left of the debt. Of several recoveries the oldest that still needs something comes first. The share of the line that may be
 * kept back at all is for who makes the line to hold to (`PARAMETER.recoveryOffsetShare`, per cent).
 */
export const offsetNow = `lateral (
    select r.id as recovery_id, least(r.monthly_offset_fen, r.due_fen - r.settled_fen - ${RESERVED_OFFSETS}) as offset_fen
    from recovery r where r.benefit_id = b.id and r.state = 'OFFSETTING' and r.due_fen - r.settled_fen > ${RESERVED_OFFSETS}
    order by r.found_on, r.id limit 1)`
