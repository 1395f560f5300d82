export const decisionTable = `
-- The decision with everything it stands on: "facts" is the sheet and the finances, "assessment" what the rules made of them.
create table decision (
  id uuid primary key,
  application_id uuid not null unique references application,
  division_code text collate "C" not null,
  outcome text not null check (outcome in ('CONFIRMED', 'REFUSED', 'NOT_ACCEPTED', 'TERMINATED')),
  decided_on date not null,
  decided_by_id text not null,
  decided_by text not null,
  opinion text not null,
  ground text,
  amount_fen bigint not null,
  category text,
  from_month text,
  remedy text not null,
  facts jsonb,
  assessment jsonb
);
create index decision_decided_on on decision (decided_on, id);
select kit_guard('decision', 'select, insert');`
