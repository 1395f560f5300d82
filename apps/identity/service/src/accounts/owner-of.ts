import type { Actor } from '@xishan/domain'
import type { Account } from './account.entity'

/** The account's owner as actor, for what one does to the own account before there is a session. */
export const ownerOf = (account: Account): Actor => ({ kind: 'user', id: account.id, name: account.name, roles: account.roles, scope: account.divisionCode })
