import { CASE_COLUMNS, ROOT_COLUMNS, moreSearchTerms, sqlMigration } from '@xishan/service-kit'

/** 殡葬设施、墓区、墓位和合同. */
export const Facilities = sqlMigration(
  1765000000302,
  'Facilities',
  `
create table facility (
  ${ROOT_COLUMNS},
  number text not null unique,
  name text collate "C" not null unique,
  kind text not null check (kind in ('HALL', 'COLUMBARIUM', 'CEMETERY', 'RURAL')),
  address text not null,
  operator text not null,
  telephone text not null,
  approval jsonb not null
);
select kit_guard('facility');
select kit_audit('facility');

create table zone (
  ${ROOT_COLUMNS},
  facility_id uuid not null references facility,
  name text not null,
  plot_kind text not null check (plot_kind in ('ECO_SINGLE', 'ECO_DOUBLE', 'ASH', 'BODY_SINGLE', 'BODY_DOUBLE', 'NICHE')),
  rows integer not null check (rows > 0),
  columns integer not null check (columns > 0),
  -- Of one plot, in square metres.
  area double precision not null check (area > 0),
  unique (facility_id, name)
);
select kit_guard('zone');
select kit_audit('zone');

-- Plots are changed with their zone or their contract, which carry the audit.
create table plot (
  id uuid primary key,
  zone_id uuid not null references zone,
  facility_id uuid not null references facility,
  division_code text collate "C" not null,
  "row" integer not null,
  "column" integer not null,
  state text not null default 'FREE' check (state in ('FREE', 'RESERVED', 'SOLD', 'OCCUPIED', 'EXPIRED', 'RECLAIMED')),
  note text not null default '',
  unique (zone_id, "row", "column")
);
create index plot_of_facility on plot (facility_id, state);
select kit_guard('plot');

create table grave_contract (
  ${CASE_COLUMNS},
  plot_id uuid not null references plot,
  holder_name text collate "C" not null,
  holder_document_type text not null,
  holder_number_sealed text not null,
  holder_masked text not null,
  holder_lookup text not null,
  holder_phone_sealed text not null,
  holder_phone_masked text not null,
  relation text not null,
  ground text not null check (ground in ('DEATH', 'CREMATION', 'ELDER', 'TERMINAL_SPOUSE')),
  certificate_number text,
  death_id uuid references death,
  user_name text not null,
  user_number_sealed text,
  user_masked text,
  user_lookup text,
  proof text not null default '',
  price_fen bigint not null check (price_fen >= 0),
  signed_on date not null,
  expires_on date not null check (expires_on > signed_on),
  occupied_on date,
  notified_on date,
  notified_way text not null default '',
  recorded_by text not null,
  check ((ground in ('DEATH', 'CREMATION')) = (death_id is not null))
);
create unique index contract_of_plot on grave_contract (plot_id) where state <> 'ENDED';
create unique index contract_of_death on grave_contract (death_id) where state <> 'ENDED';
create unique index contract_of_user on grave_contract (user_lookup) where state <> 'ENDED';
create index grave_contract_number on grave_contract (number desc);
create index grave_contract_expires on grave_contract (expires_on) where state in ('ACTIVE', 'RENEWAL');
select kit_guard('grave_contract');
select kit_audit('grave_contract');

-- 续期, each as it was agreed.
create table contract_renewal (
  id uuid primary key,
  contract_id uuid not null references grave_contract,
  division_code text collate "C" not null,
  renewed_on date not null,
  years integer not null check (years > 0),
  price_fen bigint not null check (price_fen >= 0),
  expires_on date not null,
  recorded_by text not null
);
create index contract_renewal_of on contract_renewal (contract_id);
select kit_guard('contract_renewal', 'select, insert');
${moreSearchTerms('funeral_management', 'holder_name', ['grave_contract'])}
${moreSearchTerms('funeral_management', 'name', ['facility'])}
`,
)
