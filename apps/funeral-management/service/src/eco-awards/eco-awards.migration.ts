import { CASE_COLUMNS, moreSearchTerms, sqlMigration } from '@xishan/service-kit'

/** 节地生态安葬奖补: awards, and the lists they are paid with. */
export const EcoAwards = sqlMigration(
  1765000000601,
  'EcoAwards',
  `
create table eco_award (
  ${CASE_COLUMNS},
  disposition_id uuid not null references disposition,
  death_id uuid references death,
  deceased_name text collate "C" not null,
  deceased_lookup text,
  -- As they were when the amount was worked out.
  kind text not null,
  disposed_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  applied_on date not null,
  applicant_name text not null,
  applicant_document_type text not null,
  applicant_number_sealed text not null,
  applicant_masked text not null,
  applicant_lookup text not null,
  relation text not null,
  phone_sealed text not null,
  phone_masked text not null,
  bank text not null,
  account_sealed text not null,
  account_last_four text not null,
  account_holder text not null,
  remark text not null default '',
  recorded_by text not null,
  confirmed_on date,
  paid_on date,
  recovery_fen bigint not null default 0 check (recovery_fen between 0 and amount_fen),
  recovered_fen bigint not null default 0 check (recovered_fen between 0 and recovery_fen),
  check (death_id is not null or deceased_lookup is not null),
  check ((state in ('PAID', 'RECOVERING', 'RECOVERED')) = (paid_on is not null)),
  check (state <> 'RECOVERED' or recovered_fen = recovery_fen)
);
-- One award for a deceased, but for those that came to nothing.
create unique index award_of_death on eco_award (death_id) where state not in ('REFUSED', 'WITHDRAWN', 'STOPPED') and not (state = 'RECOVERED' and recovery_fen = amount_fen);
create unique index award_of_person on eco_award (deceased_lookup) where state not in ('REFUSED', 'WITHDRAWN', 'STOPPED') and not (state = 'RECOVERED' and recovery_fen = amount_fen);
create index award_of_disposition on eco_award (disposition_id);
create index eco_award_number on eco_award (number desc);
create index eco_award_state on eco_award (state, due_on, number);
select kit_guard('eco_award');
select kit_audit('eco_award');

-- The amount is worked out anew with a correction before anything is decided, and never changed otherwise.
create function keep_award_amount() returns trigger language plpgsql as $$
begin
  if new.amount_fen <> old.amount_fen and not (old.state = 'RETURNED' and new.state = 'SUBMITTED') then
    raise exception 'the amount of award % is not edited', old.id using errcode = 'XA001';
  end if;
  return new;
end $$;
revoke execute on function keep_award_amount() from public;
create trigger keep_amount before update on eco_award for each row execute function keep_award_amount();

create table award_repayment (
  id uuid primary key,
  award_id uuid not null references eco_award,
  division_code text collate "C" not null,
  amount_fen bigint not null check (amount_fen > 0),
  repaid_on date not null,
  receipt text not null,
  recorded_by text not null,
  unique (award_id, receipt)
);
select kit_guard('award_repayment', 'select, insert');

create table award_list (
  ${CASE_COLUMNS},
  made_on date not null,
  made_by text not null,
  -- As they were when it was submitted.
  line_count integer not null default 0,
  total_fen bigint not null default 0,
  fund text check (fund in ('CENTRAL', 'PROVINCE', 'CITY', 'DISTRICT')),
  fund_document text not null default '',
  returned_because text not null default '',
  approved_on date,
  approved_digest text,
  exported_on date,
  file_digest text,
  closed_on date,
  check (state in ('DRAFT', 'CANCELLED') or (fund is not null and fund_document <> '')),
  check (state not in ('APPROVED', 'EXPORTED', 'CLOSED') or approved_digest is not null)
);
create index award_list_number on award_list (number desc);
select kit_guard('award_list');
select kit_audit('award_list');

-- What is paid to whom, as it stood when the list was made; an award that failed comes again as another attempt.
create table award_line (
  id uuid primary key,
  list_id uuid not null references award_list,
  list_number text not null,
  award_id uuid not null references eco_award,
  division_code text collate "C" not null,
  seq integer not null,
  attempt integer not null,
  amount_fen bigint not null check (amount_fen > 0),
  bank text not null,
  account_sealed text not null,
  account_last_four text not null,
  account_holder text not null,
  state text not null default 'PENDING' check (state in ('PENDING', 'PAID', 'FAILED', 'HELD')),
  outcome_on date,
  because text not null default '',
  unique (list_id, seq),
  unique (list_id, award_id),
  check ((state = 'PENDING') = (outcome_on is null))
);
create unique index award_line_open on award_line (award_id) where state = 'PENDING';
create unique index award_line_paid on award_line (award_id) where state = 'PAID';
create index award_line_of on award_line (award_id);
select kit_guard('award_line', 'select, insert, delete');
select kit_grant('award_line', 'update (state, outcome_on, because)');
${moreSearchTerms('funeral_management', 'deceased_name', ['eco_award'])}

-- Asked across streets, and nothing else is told: the number of an award that stands, since when a payee is registered as dead, what an award lost.
create function standing_award(lookup text, death uuid) returns text language sql stable security definer set search_path = funeral_management, pg_temp as $$
  select number from eco_award a where a.state not in ('REFUSED', 'WITHDRAWN', 'STOPPED') and not (a.state = 'RECOVERED' and a.recovery_fen = a.amount_fen)
    and (a.deceased_lookup = lookup or a.death_id = death) limit 1
$$;
create function known_dead_since(lookup text) returns date language sql stable security definer set search_path = funeral_management, pg_temp as $$
  select died_on from death d where d.document_lookup = lookup and d.state not in ('REVOKED', 'DISMISSED') and d.state in ('REGISTERED', 'DISPUTED')
$$;
create function award_fault(disposition uuid, of_kind text, of_day date) returns text language sql stable security definer set search_path = funeral_management, pg_temp as $$
  select case
    when d.state <> 'STANDING' then 'DISPOSITION_REVOKED'
    when exists (select from death x where x.id = d.death_id and x.state in ('REVOKED', 'DISMISSED')) then 'DEATH_REVOKED'
    when d.kind <> of_kind or d.disposed_on <> of_day then 'CORRECTED' end
  from disposition d where d.id = disposition
$$;
revoke execute on function standing_award(text, uuid), known_dead_since(text), award_fault(uuid, text, date) from public;
do $$ begin execute format('grant execute on function standing_award(text, uuid), known_dead_since(text), award_fault(uuid, text, date) to %I', kit_app_role()); end $$;
`,
)
