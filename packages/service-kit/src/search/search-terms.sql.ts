const keeper = (schema: string, name: string, nameColumn: string): string => `
create function ${name}() returns trigger language plpgsql security definer set search_path = ${schema}, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    delete from search_term t where t.subject = tg_table_name and t.number = old.number and t.term in (select search_terms_of(old.${nameColumn}, old.number));
  end if;
  insert into search_term (subject, term, number, subject_id, division_code)
  select tg_table_name, term, new.number, new.id, new.division_code from search_terms_of(new.${nameColumn}, new.number) term where term is not null;
  return null;
end $$;
revoke execute on function ${name}() from public;`

const followed = (table: string, name: string, nameColumn: string): string => `
create index ${table}_number_prefix on ${table} (number collate "C");
create trigger keep_search_terms_of_new after insert on ${table} for each row execute function ${name}();
create trigger keep_search_terms after update on ${table} for each row
  when ((old.${nameColumn}, old.number, old.division_code) is distinct from (new.${nameColumn}, new.number, new.division_code))
  execute function ${name}();`

const kept = (schema: string, name: string, nameColumn: string, tables: readonly string[]): string =>
  [keeper(schema, name, nameColumn), ...tables.map((table) => followed(table, name, nameColumn))].join('\n')

/**
 * What a search box finds rows by, so that it is answered from an index: under row security LIKE, trigram and array operators are
 * not leakproof and would read the whole table. Of a name each character and each pair of neighbours; of a number its serial. In
 * the order of numbers, so that a page of a common surname is read without reading all who bear it. For a migration of the line,
 * once; each table has an `id`, a `number` and a `division_code`.
 */
export const searchTerms = (schema: string, nameColumn: string, tables: readonly string[]): string => `
create table search_term (
  subject text not null,
  term text collate "C" not null,
  number text not null,
  subject_id uuid not null,
  division_code text collate "C" not null,
  primary key (subject, term, number) include (subject_id, division_code)
);
select kit_guard('search_term', 'select');

create function search_name(name text) returns text language sql immutable as $$ select upper(normalize(name, NFKC)) $$;

create function search_terms_of(name text, number text) returns setof text language sql immutable as $$
  select substr(search_name(name), i, n) from generate_series(1, length(search_name(name))) i, generate_series(1, 2) n where i + n - 1 <= length(search_name(name))
  union select substring(number from '[0-9]{4}-[0-9]+$')
  union select substring(number from '[0-9]+$')
  union select nullif(ltrim(substring(number from '[0-9]+$'), '0'), '')
$$;
${kept(schema, 'keep_search_terms', nameColumn, tables)}`

/** The same for tables that come later or hold the name in another column, e.g. `deceased_name`. */
export const moreSearchTerms = (schema: string, nameColumn: string, tables: readonly string[]): string => kept(schema, `keep_search_terms_of_${tables[0]}`, nameColumn, tables)
