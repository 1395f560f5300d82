import { sqlMigration } from '@xishan/service-kit'

/**
 * A person may be paid for in two streets, and a death belongs to one of them. Whoever has to do something about it, or whose household it
 * touched, sees the death too: the policies of those two tables decide which of their rows are the reader's.
 */
export const SharedDeaths = sqlMigration(
  1760000000415,
  'SharedDeaths',
  `
create policy shared on known_death for select using (
  exists (select from death_task t where t.death_id = known_death.id) or exists (select from death_effect x where x.death_id = known_death.id));
`,
)
