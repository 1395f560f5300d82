import { ROOT_COLUMNS, sqlMigration } from '@xishan/service-kit'

/** 火化记录: one of a death. */
export const Cremations = sqlMigration(
  1765000000104,
  'Cremations',
  `
create table cremation (
  ${ROOT_COLUMNS},
  number text not null unique,
  death_id uuid not null unique references death,
  deceased_name text collate "C" not null,
  certificate_number text not null unique,
  hall text not null,
  furnace text not null,
  collected_at timestamptz not null,
  cremated_at timestamptz not null check (cremated_at > collected_at),
  ash_receiver text not null,
  ash_receiver_relation text not null,
  ash_receiver_phone_sealed text,
  ash_receiver_phone_masked text,
  ashes text not null check (ashes in ('ASH_KEPT', 'BURIED', 'ECO', 'TAKEN_AWAY')),
  recorded_by text not null,
  recorded_on date not null
);
create index cremation_number on cremation (number desc);
create index cremation_at on cremation (cremated_at);
select kit_guard('cremation');
select kit_audit('cremation');
`,
)
