import { DomainProblem } from '@xishan/domain'
import { passwordFaults } from '@xishan/identity-contract'
import type { Work } from '@xishan/service-kit'
import type { Account } from '../accounts/account.entity'
import { passwordRulesOf, type Settings } from '../security-settings/current-settings'
import { isCommonPassword } from './common-passwords'
import { verifyPassword } from './password-hash'

const refused = (messages: string[]): DomainProblem => new DomainProblem('password-refused', {}, messages.map((message) => ({ field: 'newPassword', message })))

/** @throws DomainProblem `password-refused` with one message per rule that is broken */
export async function requireAcceptable(work: Work, account: Account, password: string, settings: Settings): Promise<void> {
  const rules = passwordRulesOf(settings)
  const faults = passwordFaults(password, account.username, rules)
  if (isCommonPassword(password)) faults.push('该密码过于常见，容易被猜到')
  if (faults.length > 0) throw refused(faults)
  if (await wasUsed(work, account, password, rules.history)) throw refused([`不能使用最近 ${rules.history} 次用过的密码`])
}

async function wasUsed(work: Work, account: Account, password: string, history: number): Promise<boolean> {
  const earlier = await work.query<{ hash: string }>(`select password_hash as hash from password_history where account_id = $1 order by set_at desc limit $2`, [account.id, history])
  for (const { hash } of [{ hash: account.passwordHash }, ...earlier]) if (await verifyPassword(hash, password)) return true
  return false
}

/** Keeps the password that is about to be replaced, so that it does not come back soon. */
export async function rememberPassword(work: Work, account: Account): Promise<void> {
  await work.query(`insert into password_history (account_id, password_hash, set_at) values ($1, $2, $3) on conflict do nothing`, [account.id, account.passwordHash, account.passwordSetAt])
}
