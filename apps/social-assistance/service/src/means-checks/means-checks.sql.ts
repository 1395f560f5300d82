import { CASE_COLUMNS } from '@xishan/service-kit'

export const meansCheckTables = `
create table means_check (
  ${CASE_COLUMNS},
  application_id uuid not null unique references application,
  round integer not null,
  requested_on date not null,
  requested_by text not null,
  conclusion text not null,
  concluded_on date,
  told_on date,
  recheck_reason text not null
);
create index means_check_state on means_check (state, due_on, id);
select kit_guard('means_check');
select kit_audit('means_check');

create table means_check_answer (
  means_check_id uuid not null references means_check,
  member_id uuid not null,
  source text not null,
  division_code text collate "C" not null,
  answered_on date not null,
  finding text not null,
  amount_fen bigint,
  details text not null,
  way text not null,
  entered_by text not null,
  primary key (means_check_id, member_id, source)
);
select kit_guard('means_check_answer', 'select, insert, update, delete');`
