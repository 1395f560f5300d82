import { Injectable } from '@nestjs/common'
import { DomainProblem, type Role } from '@xishan/domain'
import type { Me } from '@xishan/identity-contract'
import { Reads } from '@xishan/service-kit'
import { IDENTITY } from '../identity-actor'
import { expiresOn } from '../passwords/password-age'
import { CurrentSettings } from '../security-settings/current-settings'

interface Row {
  id: string
  version: number
  username: string
  name: string
  office: string
  roles: Role[]
  scope: string
  oneTimeCode: boolean
  outsideLinked: boolean
  passwordSetAt: Date
  demonstration: boolean
  endsAt: Date
  previousAt: Date | null
  previousAddress: string | null
}

@Injectable()
export class ReadMe {
  constructor(
    private readonly reads: Reads,
    private readonly settings: CurrentSettings,
  ) {}

  /** Who is behind a session. @throws DomainProblem `not-signed-in` when it no longer runs */
  async execute(accountId: string, sessionId: string | undefined): Promise<Me> {
    const settings = await this.settings.read()
    const [row] = await this.reads.query<Row>(
      IDENTITY,
      `select account.id, version, account.username, name, office, roles, division_code as scope, one_time_code as "oneTimeCode",
              outside_subject is not null as "outsideLinked", password_set_at as "passwordSetAt", demonstration, session.ends_at as "endsAt",
              previous.at as "previousAt", previous.address as "previousAddress"
       from account join session on session.account_id = account.id
       left join lateral (
         select at, address from sign_in_record where account_id = account.id and outcome = 'signed-in' and at < session.started_at order by at desc limit 1
       ) previous on true
       where account.id = $1 and session.id = $2 and session.ended_at is null`,
      [accountId, sessionId ?? null],
    )
    if (!row) throw new DomainProblem('not-signed-in')
    const { passwordSetAt, demonstration, endsAt, previousAt, previousAddress, ...person } = row
    return {
      ...person,
      passwordExpiresOn: expiresOn({ passwordSetAt, demonstration }, settings),
      previousSignIn: previousAt && previousAddress !== null ? { at: previousAt.toISOString(), address: previousAddress } : null,
      idleMinutes: settings['session.idle-minutes'],
      sessionEndsAt: endsAt.toISOString(),
    }
  }
}
