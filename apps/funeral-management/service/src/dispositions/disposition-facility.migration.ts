import { sqlMigration } from '@xishan/service-kit'

/** The facility where remains came to rest, of those that are registered here. */
export const DispositionFacility = sqlMigration(
  1765000000304,
  'DispositionFacility',
  `
alter table disposition add column facility_id uuid references facility;
create index disposition_of_facility on disposition (facility_id) where facility_id is not null;
`,
)
