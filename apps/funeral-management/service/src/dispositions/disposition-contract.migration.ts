import { sqlMigration } from '@xishan/service-kit'

/** The contract of the plot or niche in which somebody was laid to rest. */
export const DispositionContract = sqlMigration(
  1765000000804,
  'DispositionContract',
  `
alter table disposition add column contract_id uuid references grave_contract;
create unique index disposition_of_contract on disposition (contract_id) where contract_id is not null and state <> 'REVOKED';
`,
)
