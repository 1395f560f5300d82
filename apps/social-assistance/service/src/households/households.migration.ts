import { ROOT_COLUMNS, sqlMigration } from '@xishan/service-kit'

export const Households = sqlMigration(
  1760000000203,
  'Households',
  `
create table household (
  ${ROOT_COLUMNS},
  number text not null unique,
  applicant_name text collate "C" not null,
  document_masked text not null,
  member_count integer not null,
  hukou_division_code text not null,
  residence text not null,
  address text not null,
  phone_sealed text not null,
  phone_masked text not null,
  bank text,
  account_number_sealed text,
  account_last_four text,
  account_holder text,
  separately_registered boolean not null
);
create index household_division on household (division_code, id);
create index household_name on household (applicant_name, id);
select kit_guard('household');
select kit_audit('household');

-- "facts" is the member as the contract's schema has it; name, relation and birth date stand beside it for lists.
create table household_member (
  household_id uuid not null references household,
  id uuid not null,
  division_code text collate "C" not null,
  position integer not null,
  name text collate "C" not null,
  relation text not null,
  birth_date date not null,
  document_type text not null,
  document_number_sealed text not null,
  document_masked text not null,
  document_lookup text not null,
  person_key text not null,
  facts jsonb not null,
  counted boolean,
  counted_because text not null,
  primary key (household_id, id)
);
create index household_member_lookup on household_member (document_lookup);
create index household_member_person on household_member (person_key);
select kit_guard('household_member', 'select, insert, update, delete');
`,
)
