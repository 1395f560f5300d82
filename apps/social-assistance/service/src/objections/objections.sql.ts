export const objectionTable = `
-- Who objects or reports is sealed: only the handlers of the objection learn it.
create table objection (
  id uuid primary key,
  application_id uuid not null references application,
  division_code text collate "C" not null,
  kind text not null check (kind in ('OBJECTION', 'REPORT')),
  received_on date not null,
  way text not null,
  named boolean not null,
  objector_sealed text,
  phone_sealed text,
  content text not null,
  recorded_by text not null,
  answered_on date,
  answer text not null,
  answered_by text
);
create index objection_application on objection (application_id);
select kit_guard('objection');`
