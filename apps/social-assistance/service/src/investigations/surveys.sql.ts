export const surveyTable = `
create table survey (
  id uuid primary key,
  application_id uuid not null references application,
  division_code text collate "C" not null,
  round integer not null,
  record jsonb not null,
  investigator_id text not null,
  investigator text not null,
  countersigned_by text,
  countersigned_on date,
  unique (application_id, round)
);
select kit_guard('survey');`
