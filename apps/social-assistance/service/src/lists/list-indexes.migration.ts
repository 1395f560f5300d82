import { sqlMigration } from '@xishan/service-kit'

/** Orders that lists and counts are read in. */
export const ListIndexes = sqlMigration(
  1760000000303,
  'ListIndexes',
  `
create index application_due on application (due_on, number);
create index application_decided on application (decided_on);
`,
)
