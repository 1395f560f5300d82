import { CASE_COLUMNS } from '../database/columns.sql'

/** The tables of parameters, for a migration of the line. */
export const parameterTables = `
-- Approved versions, never changed. A version ends where the next one begins, or earlier on effective_to.
create table parameter_version (
  key text not null,
  version integer not null check (version > 0),
  value jsonb not null,
  unit text not null,
  effective_from date not null,
  effective_to date,
  source_mark text not null check (source_mark in ('seed', 'law', 'assumption')),
  source text not null,
  title text not null,
  note text not null,
  proposal_id uuid,
  primary key (key, version)
);
select kit_grant('parameter_version', 'select, insert');

create table parameter_proposal (
  ${CASE_COLUMNS},
  key text not null,
  value jsonb not null,
  effective_from date not null,
  source text not null,
  source_mark text not null check (source_mark in ('seed', 'law', 'assumption')),
  note text not null,
  proposed_by text not null,
  proposed_on date not null,
  decided_by text,
  decided_on date,
  opinion text not null
);
create unique index parameter_proposal_open on parameter_proposal (key) where state = 'PROPOSED';
select kit_guard('parameter_proposal');
select kit_audit('parameter_proposal');`
