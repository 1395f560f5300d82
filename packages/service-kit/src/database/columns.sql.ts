/** Columns of every audited root: `create table benefit (${ROOT_COLUMNS}, …)`. */
export const ROOT_COLUMNS = `
  id uuid primary key,
  version integer not null,
  division_code text collate "C" not null,
  audit_head text not null,
  audit_seq integer not null`

/** Columns of a root that runs through a lifecycle. */
export const CASE_COLUMNS = `${ROOT_COLUMNS},
  number text not null unique,
  state text not null,
  state_since date not null,
  due_on date`
