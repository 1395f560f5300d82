import { Inject, Injectable } from '@nestjs/common'
import { DomainProblem } from '@xishan/domain'
import type { SignInOutcome } from '@xishan/identity-contract'
import { CIPHERS, Reads, type Ciphers, type Work } from '@xishan/service-kit'
import { Account } from '../accounts/account.entity'
import { normaliseUsername } from '../accounts/normalise-username'
import { IDENTITY } from '../identity-actor'
import { useCode } from '../one-time-codes/use-code'
import { mustChange } from '../passwords/password-age'
import { verifyPassword } from '../passwords/password-hash'
import type { Settings } from '../security-settings/current-settings'
import { countFailure, failureKey, failuresOf, forgetFailures, minutesLocked } from './lock-out'
import { recordSignIn } from './sign-in-records'
import type { Visitor } from './visitor'

export interface Claim {
  username: string
  password: string
  code?: string | undefined
}

/** A claim after the slow part, the hash, which runs before any row is locked. */
export interface WeighedClaim extends Claim {
  /** The hash the password fits; undefined when it fits none. */
  fits: string | undefined
}

interface Refusal {
  problem: DomainProblem
  /** What the log says of it; nothing when the person only has to add something. */
  outcome?: SignInOutcome
}

export class Refused {
  constructor(readonly problem: DomainProblem) {}
}

/** Judges who somebody claims to be. A refusal is an answer, not an exception: its traces must be committed. */
@Injectable()
export class CredentialCheck {
  constructor(
    private readonly reads: Reads,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  async weigh(claim: Claim): Promise<WeighedClaim> {
    const [known] = await this.reads.query<{ hash: string }>(IDENTITY, `select password_hash as hash from account where username = $1`, [normaliseUsername(claim.username)])
    return { ...claim, fits: (await verifyPassword(known?.hash, claim.password)) ? known?.hash : undefined }
  }

  /** For `renewal` the password may be one that has to change; that is what it is for. */
  async judge(work: Work, claim: WeighedClaim, purpose: 'sign-in' | 'renewal', settings: Settings, visitor: Visitor): Promise<Account | Refused> {
    const account = await work.findOne(Account, { username: normaliseUsername(claim.username) })
    const refusal = await this.refusal(work, claim, account, purpose, settings)
    if (refusal) {
      const username = account ? account.username : masked(claim.username)
      if (refusal.outcome) await recordSignIn(work, { username, accountId: account?.id ?? null, outcome: refusal.outcome, way: 'password' }, visitor)
      return new Refused(refusal.problem)
    }
    await forgetFailures(work, failureKey(claim.username))
    return account ?? new Refused(wrongCredentials(settings))
  }

  private async refusal(work: Work, claim: WeighedClaim, account: Account | null, purpose: 'sign-in' | 'renewal', settings: Settings): Promise<Refusal | undefined> {
    const failures = await failuresOf(work, failureKey(claim.username))
    const minutes = minutesLocked(failures, work.now)
    if (minutes > 0) return { problem: new DomainProblem('locked-out', { minutes }), outcome: 'locked-out' }
    if (!account || claim.fits !== account.passwordHash)
      return this.failure(work, claim, settings, { problem: wrongCredentials(settings), outcome: account ? 'wrong-password' : 'unknown-user' })
    if (account.state === 'LOCKED') return { problem: new DomainProblem('account-locked'), outcome: 'account-locked' }
    if (account.roles.length === 0) return { problem: new DomainProblem('no-role'), outcome: 'no-role' }
    if (purpose === 'sign-in' && mustChange(account, settings, work.now)) return { problem: new DomainProblem('password-must-change'), outcome: 'password-must-change' }
    if (!account.oneTimeCode) return undefined
    if (!claim.code) return { problem: new DomainProblem('code-needed', {}, [{ field: 'code', message: '请输入动态验证码' }]) }
    if (await useCode(work, this.ciphers, account, claim.code)) return undefined
    return this.failure(work, claim, settings, { problem: new DomainProblem('wrong-code', {}, [{ field: 'code', message: '动态验证码不正确' }]), outcome: 'wrong-code' })
  }

  private async failure(work: Work, claim: Claim, settings: Settings, refusal: Refusal): Promise<Refusal> {
    const after = await countFailure(work, failureKey(claim.username), settings)
    return after.lockedUntil ? { ...refusal, problem: new DomainProblem('locked-out', { minutes: minutesLocked(after, work.now) }) } : refusal
  }
}

const wrongCredentials = (settings: Settings): DomainProblem =>
  new DomainProblem('wrong-credentials', { limit: settings['lock-out.failures'], minutes: settings['lock-out.minutes'] })

/** What somebody typed that is no user name may be a password. */
const masked = (typed: string): string => `${[...typed.trim()][0] ?? ''}***`
