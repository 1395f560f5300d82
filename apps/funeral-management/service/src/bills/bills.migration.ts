import { CASE_COLUMNS, moreSearchTerms, sqlMigration } from '@xishan/service-kit'

/** 殡葬服务费用清单. */
export const Bills = sqlMigration(
  1765000000702,
  'Bills',
  `
create table bill (
  ${CASE_COLUMNS},
  death_id uuid not null references death,
  deceased_name text collate "C" not null,
  facility_id uuid not null references facility,
  facility_name text not null,
  payer_name text not null,
  payer_relation text not null,
  free_class text check (free_class in ('SUBSISTENCE', 'EXTREME_HARDSHIP', 'ORPHAN', 'ENTITLED', 'UNIDENTIFIED', 'RESIDENT')),
  evidence text not null default '',
  gross_fen bigint not null,
  free_fen bigint not null,
  due_fen bigint not null check (due_fen = gross_fen - free_fen),
  bill_number text unique,
  issued_on date,
  reverses uuid unique references bill,
  recorded_by text not null,
  check ((bill_number is null) = (state in ('DRAFT', 'DISCARDED')) and (bill_number is null) = (issued_on is null)),
  check ((reverses is not null) = (state = 'REVERSAL')),
  check (free_fen between least(0, gross_fen) and greatest(0, gross_fen) and (gross_fen >= 0 or reverses is not null)),
  check (free_fen = 0 or (free_class is not null and evidence <> ''))
);
create index bill_number on bill (number desc);
create index bill_of_death on bill (death_id);
create index bill_issued on bill (facility_id, issued_on) where bill_number is not null;
select kit_guard('bill');
select kit_audit('bill');
${moreSearchTerms('funeral_management', 'deceased_name', ['bill'])}

-- A line of a reversal has the opposite sign.
create table bill_line (
  id uuid primary key,
  bill_id uuid not null references bill,
  division_code text collate "C" not null,
  position integer not null,
  price_line_id uuid not null references price_line,
  code text not null,
  name text not null,
  unit text not null,
  service_class text not null check (service_class in ('BASIC', 'SELECTED')),
  free_item text,
  service_on date not null,
  quantity integer not null check (quantity <> 0),
  unit_fen bigint not null check (unit_fen >= 0),
  gross_fen bigint not null check (gross_fen = unit_fen * quantity),
  free_quantity integer not null,
  free_fen bigint not null check (free_fen between least(0, gross_fen) and greatest(0, gross_fen)),
  free_cause text not null default '',
  unique (bill_id, position),
  check (free_fen = 0 or (free_item is not null and free_cause <> ''))
);
create index bill_line_free on bill_line (bill_id) where free_fen <> 0;
select kit_guard('bill_line', 'select, insert, delete');

-- Only what the facility's published catalogue had in force on the day of the service, at its price.
create function bill_line_from_catalogue() returns trigger language plpgsql as $$
begin
  if not exists (
    select from price_line p join bill b on b.id = new.bill_id
    where p.id = new.price_line_id and p.facility_id = b.facility_id and p.published_on is not null and p.effective_from <= new.service_on
      and p.code = new.code and p.service_class = new.service_class and p.free_item is not distinct from new.free_item and p.price_fen = new.unit_fen
      and (b.reverses is not null or not exists (select from price_line o where o.facility_id = p.facility_id and o.code = p.code and o.published_on is not null and o.effective_from <= new.service_on and o.effective_from > p.effective_from))
  ) then
    raise exception 'item % is not in the published catalogue on %', new.code, new.service_on using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger from_catalogue before insert on bill_line for each row execute function bill_line_from_catalogue();

-- An issued bill keeps its lines and its amounts.
create function keep_issued_bill() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'bill_line' then
    if exists (select from bill where id = old.bill_id and bill_number is not null) then
      raise exception 'bill % is issued', old.bill_id using errcode = 'check_violation';
    end if;
    return old;
  end if;
  if old.bill_number is not null and (old.bill_number, old.issued_on, old.death_id, old.facility_id, old.gross_fen, old.free_fen, old.due_fen)
      is distinct from (new.bill_number, new.issued_on, new.death_id, new.facility_id, new.gross_fen, new.free_fen, new.due_fen) then
    raise exception 'bill % is issued', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_issued before delete on bill_line for each row execute function keep_issued_bill();
create trigger keep_issued before update on bill for each row execute function keep_issued_bill();

create function bill_adds_up() returns trigger language plpgsql as $$
declare
  of_bill uuid;
begin
  if tg_table_name = 'bill' then of_bill := new.id;
  elsif tg_op = 'DELETE' then of_bill := old.bill_id;
  else of_bill := new.bill_id;
  end if;
  if exists (
    select from bill b left join lateral (select coalesce(sum(gross_fen), 0) as gross, coalesce(sum(free_fen), 0) as free from bill_line where bill_id = b.id) l on true
    where b.id = of_bill and (b.gross_fen, b.free_fen) is distinct from (l.gross, l.free)
  ) then
    raise exception 'bill % does not add up', of_bill using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger adds_up after insert or update on bill deferrable initially deferred for each row execute function bill_adds_up();
create constraint trigger adds_up after insert or delete on bill_line deferrable initially deferred for each row execute function bill_adds_up();

-- What was free for a person so far, wherever it was billed: sums, and nothing else of those bills.
create function free_so_far(of_death uuid) returns table (free_item text, quantity integer, fen bigint)
  language sql stable security definer set search_path = funeral_management, pg_temp as $$
  select l.free_item, sum(l.free_quantity)::int, sum(l.free_fen)::bigint
  from bill b join bill_line l on l.bill_id = b.id where b.death_id = of_death and b.bill_number is not null and l.free_item is not null group by l.free_item
$$;
revoke execute on function free_so_far(uuid) from public;
do $$ begin execute format('grant execute on function free_so_far(uuid) to %I', kit_app_role()); end $$;
`,
)
