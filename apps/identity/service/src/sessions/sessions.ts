import { Injectable } from '@nestjs/common'
import type { Role } from '@xishan/domain'
import { newId, UnitOfWork, type Work } from '@xishan/service-kit'
import type { Account } from '../accounts/account.entity'
import { IDENTITY } from '../identity-actor'
import type { Settings } from '../security-settings/current-settings'
import { AccessTokens } from '../tokens/access-tokens'
import { newSecret, secretHash } from './session-secret'
import type { Visitor } from './visitor'

/** A session as the browser receives it. */
export interface OpenSession {
  id: string
  accountId: string
  secret: string
  endsAt: Date
}

interface SessionOwner {
  sid: string
  accountId: string
  username: string
  name: string
  roles: Role[]
  scope: string
  endsAt: Date
}

const HOUR = 3_600_000

/** Sessions live in the database: ended there, no further token is signed for them anywhere. */
@Injectable()
export class Sessions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tokens: AccessTokens,
  ) {}

  async open(work: Work, account: Account, way: 'password' | 'outside', visitor: Visitor, settings: Settings): Promise<OpenSession> {
    const session = { id: newId(), accountId: account.id, secret: newSecret(), endsAt: new Date(work.now.getTime() + settings['session.max-hours'] * HOUR) }
    await work.query(
      `insert into session (id, secret_hash, account_id, way, started_at, touched_at, ends_at, address, device) values ($1, $2, $3, $4, $5, $5, $6, $7, $8)`,
      [session.id, secretHash(session.secret), account.id, way, work.now, session.endsAt, visitor.address, visitor.device],
    )
    await work.query(
      `insert into account_activity (account_id, last_sign_in_at) values ($1, $2) on conflict (account_id) do update set last_sign_in_at = excluded.last_sign_in_at`,
      [account.id, work.now],
    )
    return session
  }

  /**
   * Keeps a session alive that was used within the idle time, of an account that still may sign in, and says whose it is with
   * the roles of this moment. Undefined when there is no such session.
   */
  async touch(secret: string, settings: Settings): Promise<SessionOwner | undefined> {
    return this.unitOfWork.perform(IDENTITY, async (work) => {
      const found = await work.query<SessionOwner>(
        `with touched as (
           update session set touched_at = $2
           where secret_hash = $1 and ended_at is null and ends_at > $2 and touched_at > $2 - make_interval(mins => $3)
           returning id, account_id, ends_at
         )
         select touched.id as sid, account_id as "accountId", username, name, roles, division_code as scope, ends_at as "endsAt"
         from touched join account on account.id = account_id
         where account.state = 'ACTIVE' and cardinality(account.roles) > 0`,
        [secretHash(secret), work.now, settings['session.idle-minutes']],
      )
      return found[0]
    })
  }

  /** The five-minute token of a session. */
  token(owner: SessionOwner): Promise<string> {
    const { sid, accountId, username, name, roles, scope } = owner
    return this.tokens.sign({ sub: accountId, username, name, roles, scope, sid, kind: 'user' })
  }

  /** Ends the session of this secret and says whose it was. */
  async end(work: Work, secret: string): Promise<{ accountId: string; username: string } | undefined> {
    const found = await work.query<{ accountId: string; username: string }>(
      `with ended as (update session set ended_at = $2 where secret_hash = $1 and ended_at is null returning account_id)
       select account_id as "accountId", username from ended join account on account.id = account_id`,
      [secretHash(secret), work.now],
    )
    return found[0]
  }
}

/** Ends every session of an account, except one that may go on. */
export async function endSessions(work: Work, accountId: string, except?: string): Promise<void> {
  await work.query(`update session set ended_at = $2 where account_id = $1 and ended_at is null and id is distinct from $3`, [accountId, work.now, except ?? null])
}
