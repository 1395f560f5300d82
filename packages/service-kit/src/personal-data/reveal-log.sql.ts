/** Who looked at which masked field of whom, when and why. Written in the transaction that reads the field. */
export const revealLogTable = `
create table reveal_log (
  id uuid primary key,
  subject_type text not null,
  subject_id uuid not null,
  division_code text collate "C" not null,
  field text not null,
  -- The open case that is the handler's reason; everyone else types one.
  case_number text,
  reason text,
  actor_id text not null,
  actor_name text not null,
  actor_roles text[] not null,
  at timestamptz not null,
  business_date date not null,
  request_id text not null,
  check (case_number is not null or length(btrim(reason)) >= 4)
);
create index reveal_log_subject on reveal_log (subject_type, subject_id, at desc);
create index reveal_log_actor on reveal_log (actor_id, at desc);
`
