import type { Ciphers, Work } from '@xishan/service-kit'
import type { Account } from '../accounts/account.entity'
import { acceptedStep } from './authenticator'

/** Whether the code is right for the account and was not used before; from now on it was. */
export async function useCode(work: Work, ciphers: Ciphers, account: Account, code: string): Promise<boolean> {
  if (!account.oneTimeSecretSealed) return false
  await work.query(`insert into account_activity (account_id) values ($1) on conflict do nothing`, [account.id])
  const [activity] = await work.query<{ lastStep: string | null }>(`select last_code_step as "lastStep" from account_activity where account_id = $1 for update`, [account.id])
  const lastStep = activity?.lastStep ? Number(activity.lastStep) : null
  const step = await acceptedStep(ciphers.decrypt(account.oneTimeSecretSealed), code, lastStep)
  if (step === undefined) return false
  await work.query(`update account_activity set last_code_step = $2 where account_id = $1`, [account.id, step])
  return true
}
