import { hasRole, type Permissions } from '@xishan/domain'
import { sectionsOf, type MenuItem, type Remote } from '../start/remote'
import { useSession } from '../session/session'

/** A part of the side menu: a frontend's items under one heading, or the notice that it could not be opened. */
export interface MenuGroup {
  id: string
  title: string
  items: readonly MenuItem[]
  /** Set when the frontend did not come; its title then leads to the page that says so. */
  unavailable?: boolean
  isLoading?: boolean
}

/** The items that the person signed in may use. */
export function visibleItems(items: readonly MenuItem[], permissions: Permissions): MenuItem[] {
  const session = useSession()
  const { account } = session
  if (!account) return []
  const actor = { kind: 'user', id: account.id, name: account.name, roles: account.roles, scope: account.scope } as const
  return items.filter(({ may, roles }) => (may === undefined || session.may(permissions, may)) && (roles === undefined || hasRole(actor, roles)))
}

/** A frontend's parts of the side menu; one of which the person may use nothing is left out. */
export const groupsOf = ({ id, title, menu, contract }: Pick<Remote, 'id' | 'title' | 'menu' | 'contract'>): MenuGroup[] =>
  sectionsOf({ title, menu })
    .map((section, at) => ({ id: at === 0 ? id : `${id}-${at}`, title: section.title, items: visibleItems(section.items, contract.permissions) }))
    .filter(({ items }) => items.length > 0)
