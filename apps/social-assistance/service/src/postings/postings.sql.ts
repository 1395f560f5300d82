export const postingTable = `
create table posting (
  id uuid primary key,
  application_id uuid not null references application,
  division_code text collate "C" not null,
  round integer not null,
  applicant_name text not null,
  member_count integer not null,
  recommend boolean not null,
  amount_fen bigint not null,
  place text not null,
  starts_on date not null,
  ends_on date not null,
  closed_on date,
  -- OVER: the period ran out; OBJECTION, WITHDRAWN, TERMINATED: it was broken off.
  closed_by text check (closed_by in ('OVER', 'OBJECTION', 'WITHDRAWN', 'TERMINATED')),
  unique (application_id, round)
);
create index posting_period on posting (ends_on, id);
select kit_guard('posting');`
