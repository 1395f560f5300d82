import { sqlMigration } from '@xishan/service-kit'

const followed = (table: string): string => `
create trigger keep_search_terms_of_new after insert on ${table} for each row execute function keep_search_terms();
create trigger keep_search_terms after update on ${table} for each row
  when ((old.applicant_name, old.number, old.division_code) is distinct from (new.applicant_name, new.number, new.division_code))
  execute function keep_search_terms();`

/**
 * Substrings of names and numbers, so that a search box is answered from an index: under row security LIKE, trigram and array
 * operators are not leakproof and would read the whole table. A part of a name is the beginning of one of its endings.
 */
export const SearchTerms = sqlMigration(
  1760000000301,
  'SearchTerms',
  `
create table search_term (
  subject text not null,
  subject_id uuid not null,
  term text collate "C" not null,
  division_code text collate "C" not null,
  primary key (subject_id, term)
);
create index search_term_term on search_term (subject, term, division_code);
select kit_guard('search_term', 'select');

-- Every ending of a name; of a number itself, its year with the serial, the serial, and the serial as it is spoken.
create function search_terms_of(name text, number text) returns setof text language sql immutable as $$
  select substr(upper(normalize(name, NFKC)), i) from generate_series(1, least(length(normalize(name, NFKC)), 50)) i
  union select upper(number)
  union select substring(number from '[0-9]{4}-[0-9]+$')
  union select substring(number from '[0-9]+$')
  union select nullif(ltrim(substring(number from '[0-9]+$'), '0'), '')
$$;

create function keep_search_terms() returns trigger language plpgsql security definer set search_path = social_assistance, pg_temp as $$
begin
  delete from search_term where subject_id = new.id;
  insert into search_term (subject, subject_id, term, division_code)
  select tg_table_name, new.id, term, new.division_code from search_terms_of(new.applicant_name, new.number) term where term is not null;
  return null;
end $$;
revoke execute on function keep_search_terms() from public;
${['application', 'household', 'benefit'].map(followed).join('\n')}
`,
)
