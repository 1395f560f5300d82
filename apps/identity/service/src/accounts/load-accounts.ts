import type { Actor, Role } from '@xishan/domain'
import { serviceActor, type UnitOfWork } from '@xishan/service-kit'
import { hashPassword } from '../passwords/password-hash'
import { Account } from './account.entity'

/** A person's account as a list holds it: for the demonstration, or the first administrators of a new system. */
export interface ListedAccount {
  id?: string
  username: string
  name: string
  office: string
  role: Role
  division: string
  password: string
}

const LOADER: Actor = { ...serviceActor('identity'), name: '系统初始化' }

/** Loads accounts with their own passwords, marked as demonstration ones, by the same rules as any grant. Existing names stay as they are. */
export const loadDemonstrationAccounts = (unitOfWork: UnitOfWork, list: readonly ListedAccount[]): Promise<number> =>
  load(unitOfWork, list, (account, at, hash) => {
    account.setPassword(hash, at)
    account.demonstration = true
  })

/** Loads accounts whose passwords have to be replaced at the first sign-in. */
export const loadAccountsWithIssuedPasswords = (unitOfWork: UnitOfWork, list: readonly ListedAccount[]): Promise<number> => load(unitOfWork, list, () => undefined)

async function load(unitOfWork: UnitOfWork, list: readonly ListedAccount[], finish: (account: Account, at: Date, hash: string) => void): Promise<number> {
  const hashes = await Promise.all(list.map(({ password }) => hashPassword(password)))
  return unitOfWork.perform(LOADER, async (work) => {
    let loaded = 0
    for (const [index, person] of list.entries()) {
      const hash = hashes[index]
      if (hash === undefined || (await work.findOne(Account, { username: person.username }))) continue
      const account = Account.register({ ...person, scope: person.division }, { hash }, LOADER, work.now)
      account.grant([person.role], person.division, LOADER)
      finish(account, work.now, hash)
      await work.save(account, 'register')
      loaded++
    }
    return loaded
  })
}
