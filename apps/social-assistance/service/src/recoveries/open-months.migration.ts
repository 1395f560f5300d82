import { sqlMigration } from '@xishan/service-kit'

/** Months paid after a death whose right amount the rules cannot say: whoever decides the claim says how much of each is claimed. */
export const OpenMonths = sqlMigration(
  1760000000416,
  'OpenMonths',
  `
-- Month -> what was paid for it, in fen. No entries until a person has said what is claimed of it.
alter table recovery add column open_months jsonb not null default '{}';
`,
)
