import { ROLE_CODES, type Actor, type Role } from '@xishan/domain'
import { contract, type Me } from '@xishan/identity-contract'
import { UnitOfWork } from '@xishan/service-kit'
import { startTestService, type TestService } from '@xishan/service-kit/testing'
import { loadDemonstrationAccounts, type ListedAccount } from '../accounts/load-accounts'
import { service as definition } from '../service'
import { Browser } from './browser'

export const PASSWORD = 'Three-Camels-7'
const DIVISION: Partial<Record<Role, string>> = { COMMUNITY: '530112001001', ST_CLERK: '530112001', ST_REVIEWER: '530112001', ST_LEADER: '530112001' }

/** Every role a person can have. */
export const STAFF = ROLE_CODES.filter((role) => role !== 'SERVICE')

export const usernameOf = (role: Role): string => role.toLowerCase().replace('_', '.')
const listed = (role: Role, index: number): ListedAccount => ({
  id: `00000000-0000-8000-8000-${String(index + 1).padStart(12, '0')}`,
  username: usernameOf(role),
  name: `测试${role}`,
  office: '测试科室',
  role,
  division: DIVISION[role] ?? '530112',
  password: PASSWORD,
})

/** Identity with one account per role, all with the same password, verifying with its own keys. */
export interface House extends TestService {
  browser(address?: string): Browser
  /** A browser in which the person of this role has signed in. */
  signedIn(role: Role): Promise<Browser & { me: Me }>
  account(role: Role): ListedAccount
  /** The person of this role, as a token of the test's own would say. */
  actor(role: Role): Actor
}

export async function openHouse(settings: Record<string, unknown> = {}, jobs = false): Promise<House> {
  const service = await startTestService(definition, { settings, ownKeys: true, jobs })
  const list = STAFF.map(listed)
  await loadDemonstrationAccounts(service.app.get(UnitOfWork), list)
  const account = (role: Role): ListedAccount => {
    const found = list.find((each) => each.role === role)
    if (!found) throw new RangeError(`nobody is ${role}`)
    return found
  }
  const browser = (address?: string): Browser => new Browser(new URL(service.url).origin, '/api/identity', address)
  return {
    ...service,
    browser,
    account,
    actor: (role) => ({ kind: 'user', id: account(role).id ?? '', name: account(role).name, roles: [role], scope: account(role).division }),
    signedIn: async (role) => {
      const opened = browser()
      const { body } = await opened.send(contract.routes.signIn, { body: { username: usernameOf(role), password: PASSWORD } })
      return Object.assign(opened, { me: body })
    },
  }
}
