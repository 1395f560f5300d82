import type { SignInOutcome } from '@xishan/identity-contract'
import { newId, type Work } from '@xishan/service-kit'
import type { Visitor } from './visitor'

export interface SignInAttempt {
  username: string
  accountId: string | null
  outcome: SignInOutcome
  way: 'password' | 'outside'
}

const MAX_SHOWN = 64

/** One line of the sign-in log, which the service can only add to. */
export async function recordSignIn(work: Work, attempt: SignInAttempt, visitor: Visitor): Promise<void> {
  await work.query(`insert into sign_in_record (id, at, username, account_id, outcome, way, address, device) values ($1, $2, $3, $4, $5, $6, $7, $8)`, [
    newId(),
    work.now,
    attempt.username.slice(0, MAX_SHOWN),
    attempt.accountId,
    attempt.outcome,
    attempt.way,
    visitor.address,
    visitor.device,
  ])
}
