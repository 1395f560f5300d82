import { sqlMigration } from '@xishan/service-kit'

/** 墓位维护费: each payment a line, and until when it is paid. */
export const ContractFees = sqlMigration(
  1765000000806,
  'ContractFees',
  `
alter table grave_contract add column fee_paid_until date, add column fee_overdue boolean not null default false;
create index grave_contract_fee on grave_contract (fee_paid_until) where fee_paid_until is not null and state <> 'ENDED';
create index grave_contract_fee_overdue on grave_contract (fee_paid_until, number) where fee_overdue;

create table contract_fee (
  id uuid primary key,
  contract_id uuid not null references grave_contract,
  division_code text collate "C" not null,
  paid_on date not null,
  -- From the day after this one; of the first, from the day of the contract.
  paid_from date not null,
  paid_until date not null check (paid_until > paid_from),
  amount_fen bigint not null check (amount_fen > 0),
  receipt text not null,
  recorded_by text not null,
  cancelled_because text not null default ''
);
create index contract_fee_of on contract_fee (contract_id, paid_until);
create unique index contract_fee_receipt on contract_fee (receipt) where cancelled_because = '';
select kit_guard('contract_fee', 'select, insert, update');

-- Whether a receipt stands anywhere in the district: nothing else of it is told.
create function fee_receipt_stands(asked text) returns boolean language sql stable security definer set search_path = funeral_management, pg_temp as $$
  select exists (select from contract_fee f where f.receipt = asked and f.cancelled_because = '')
$$;
revoke execute on function fee_receipt_stands(text) from public;
do $$ begin execute format('grant execute on function fee_receipt_stands(text) to %I', kit_app_role()); end $$;
`,
)
