import { CASE_COLUMNS, sqlMigration } from '@xishan/service-kit'

/** 惠民殡葬月度结算: the free lines of issued bills, each once. */
export const Settlements = sqlMigration(
  1765000000703,
  'Settlements',
  `
create table settlement (
  ${CASE_COLUMNS},
  facility_id uuid not null references facility,
  facility_name text not null,
  month text collate "C" not null,
  line_count integer not null,
  total_fen bigint not null,
  drawn_by text not null,
  paid_on date,
  voucher text not null default '',
  unique (facility_id, month),
  check ((state = 'PAID') = (paid_on is not null) and (paid_on is null) = (voucher = ''))
);
create index settlement_number on settlement (number desc);
select kit_guard('settlement');
select kit_audit('settlement');

create table settlement_line (
  bill_line_id uuid primary key references bill_line,
  settlement_id uuid not null references settlement,
  division_code text collate "C" not null,
  position integer not null,
  unique (settlement_id, position)
);
select kit_guard('settlement_line', 'select, insert, delete');

-- Only what the facility had issued free by the end of the month, and only while the settlement is being put together.
create function settlement_line_of_bill() returns trigger language plpgsql as $$
declare
  of_settlement uuid;
begin
  if tg_op = 'DELETE' then of_settlement := old.settlement_id; else of_settlement := new.settlement_id; end if;
  if not exists (select from settlement where id = of_settlement and state = 'DRAFT') then
    raise exception 'settlement % is not a draft', of_settlement using errcode = 'check_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if not exists (
    select from settlement s join bill_line l on l.id = new.bill_line_id join bill b on b.id = l.bill_id
    where s.id = new.settlement_id and b.facility_id = s.facility_id and b.bill_number is not null and to_char(b.issued_on, 'YYYY-MM') <= s.month and l.free_fen <> 0
  ) then
    raise exception 'bill line % is not of settlement %', new.bill_line_id, new.settlement_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger of_bill before insert or delete on settlement_line for each row execute function settlement_line_of_bill();

create function settlement_adds_up() returns trigger language plpgsql as $$
begin
  if exists (
    select from settlement s left join lateral (
      select count(*) as lines, coalesce(sum(b.free_fen), 0) as total from settlement_line l join bill_line b on b.id = l.bill_line_id where l.settlement_id = s.id) l on true
    where s.id = new.id and (s.line_count, s.total_fen) is distinct from (l.lines, l.total)
  ) then
    raise exception 'settlement % does not add up', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger adds_up after insert or update on settlement deferrable initially deferred for each row execute function settlement_adds_up();
`,
)
