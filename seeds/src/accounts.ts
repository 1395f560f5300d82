import { ROLE_CODES, type Actor } from '@xishan/domain'
import { Office, PersonName, ScopeCode, Username } from '@xishan/identity-contract'
import { z } from 'zod'
import listed from '../demo/accounts.json' with { type: 'json' }

/** A demonstration account: a made-up person in one role. Loaded only where the demonstration runs; production refuses to start with one. */
export const DemonstrationAccount = z.object({
  id: z.uuid(),
  username: Username,
  password: z.string(),
  name: PersonName,
  office: Office,
  role: z.enum(ROLE_CODES),
  division: ScopeCode,
})
export type DemonstrationAccount = z.infer<typeof DemonstrationAccount>

export const demonstrationAccounts: readonly DemonstrationAccount[] = z.array(DemonstrationAccount).parse(listed)

/** The account's owner as the actor of seeded history. @throws RangeError for a user name that is not in the list. */
export function demonstrationActor(username: string): Actor {
  const account = demonstrationAccounts.find((each) => each.username === username)
  if (!account) throw new RangeError(`no demonstration account ${username}`)
  return { kind: 'user', id: account.id, name: account.name, roles: [account.role], scope: account.division }
}
