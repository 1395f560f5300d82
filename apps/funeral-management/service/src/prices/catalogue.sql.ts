/** Each item of a facility (`$1`) with its version in force on a day (`$2`); one that has ended has no price. */
export const IN_FORCE = `select distinct on (l.code) l.id, l.code, l.name, l.unit, l.service_class as "serviceClass", l.free_item as "freeItem", l.price_fen::float8 as "priceFen",
    l.effective_from::text as "effectiveFrom", l.published_on::text as "publishedOn", l.sheet_id as "sheetId"
  from price_line l where l.facility_id = $1 and l.published_on is not null and l.effective_from <= $2 order by l.code, l.effective_from desc`
