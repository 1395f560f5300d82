import { CASE_COLUMNS, sqlMigration } from '@xishan/service-kit'

/** 服务价目: sheets of prices, each line a version of an item from a day on. */
export const Prices = sqlMigration(
  1765000000701,
  'Prices',
  `
create table price_sheet (
  ${CASE_COLUMNS},
  facility_id uuid not null references facility,
  facility_name text not null,
  effective_from date not null,
  document text not null,
  reason text not null default '',
  proposed_by text not null,
  proposed_on date not null,
  published_on date,
  place text not null default '',
  check ((state = 'PUBLISHED') = (published_on is not null)),
  check (published_on <= effective_from)
);
create index price_sheet_number on price_sheet (number desc);
select kit_guard('price_sheet');
select kit_audit('price_sheet');

-- A line counts from the day its sheet is published; without a price it ends the item.
create table price_line (
  id uuid primary key,
  sheet_id uuid not null references price_sheet,
  facility_id uuid not null references facility,
  division_code text collate "C" not null,
  position integer not null,
  code text not null,
  name text not null,
  unit text not null,
  service_class text not null check (service_class in ('BASIC', 'SELECTED')),
  free_item text check (free_item in ('COLLECTION', 'STORAGE', 'CREMATION', 'KEEPING')),
  price_fen bigint check (price_fen >= 0),
  effective_from date not null,
  published_on date,
  unique (sheet_id, code),
  check (free_item is null or service_class = 'BASIC')
);
create unique index price_line_version on price_line (facility_id, code, effective_from) where published_on is not null;
select kit_guard('price_line');

-- A published price is changed by a later one, never in itself.
create function keep_published_price() returns trigger language plpgsql as $$
begin
  raise exception 'price % is published', old.id using errcode = 'check_violation';
end $$;
create trigger keep_published_price before update on price_line for each row when (old.published_on is not null) execute function keep_published_price();

-- What anyone may read: the prices in force, of every facility.
create function public_prices(on_date date)
  returns table (facility text, telephone text, code text, name text, unit text, service_class text, price_fen bigint, effective_from date, published_on date, document text)
  language sql stable security definer set search_path = funeral_management, pg_temp as $$
  select f.name, f.telephone, l.code, l.name, l.unit, l.service_class, l.price_fen, l.effective_from, l.published_on, s.document
  from (select distinct on (facility_id, code) * from price_line where published_on is not null and effective_from <= on_date order by facility_id, code, effective_from desc) l
  join facility f on f.id = l.facility_id join price_sheet s on s.id = l.sheet_id
  where l.price_fen is not null
  order by f.name, f.id, l.service_class, l.code
$$;
revoke execute on function public_prices(date) from public;
do $$ begin execute format('grant execute on function public_prices(date) to %I', kit_app_role()); end $$;
`,
)
