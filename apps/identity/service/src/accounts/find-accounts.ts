import { Injectable } from '@nestjs/common'
import type { Actor, Page, Role } from '@xishan/domain'
import type { AccountDetail, AccountQuery, AccountRow, AccountState } from '@xishan/identity-contract'
import { cursorParts, Reads } from '@xishan/service-kit'
import { expiresOn } from '../passwords/password-age'
import { CurrentSettings, type Settings } from '../security-settings/current-settings'

interface Row {
  id: string
  version: number
  username: string
  name: string
  office: string
  roles: Role[]
  scope: string
  state: AccountState
  lockedUntil: Date | null
  lastSignInAt: Date | null
  passwordSetAt: Date
  oneTimeCode: boolean
  outsideLinked: boolean
  demonstration: boolean
}

interface DetailRow extends Row {
  lockReason: string | null
  createdAt: Date
  createdByName: string
}

const COLUMNS = `
  account.id, version, username, name, office, roles, division_code as scope, state, password_set_at as "passwordSetAt", one_time_code as "oneTimeCode",
  outside_subject is not null as "outsideLinked", demonstration, failure.locked_until as "lockedUntil", activity.last_sign_in_at as "lastSignInAt"`
const SOURCES = `
  account
  left join account_activity activity on activity.account_id = account.id
  left join sign_in_failure failure on failure.name_hash = encode(sha256(convert_to(username, 'UTF8')), 'hex') and failure.locked_until > now()`

/** Accounts inside the administrator's division, by user name. */
@Injectable()
export class FindAccounts {
  constructor(
    private readonly reads: Reads,
    private readonly settings: CurrentSettings,
  ) {}

  async page(actor: Actor, query: AccountQuery): Promise<Page<AccountRow>> {
    const settings = await this.settings.read()
    const { rows, next } = await this.reads.page<Row & { cursor: string }>(
      actor,
      query,
      `select ${COLUMNS}, username as cursor from ${SOURCES}
       where ($1::text is null or username > $1)
         and ($2::text is null or position($2 in username) > 0 or position($2 in name) > 0 or position($2 in office) > 0)
         and ($3::text is null or $3 = any(roles)) and ($4::text is null or state = $4)
       order by username limit $5`,
      [cursorParts(query.after, 1)?.[0] ?? null, query.search || null, query.role ?? null, query.state ?? null],
    )
    return { rows: rows.map((row) => shown(row, settings)), next }
  }

  async one(actor: Actor, id: string): Promise<AccountDetail> {
    const settings = await this.settings.read()
    const row = await this.reads.one<DetailRow>(
      actor,
      `select ${COLUMNS}, lock_reason as "lockReason", created_at as "createdAt", created_by_name as "createdByName" from ${SOURCES} where account.id = $1`,
      [id],
    )
    return { ...shown(row, settings), lockReason: row.lockReason, createdAt: row.createdAt.toISOString(), createdByName: row.createdByName }
  }
}

const shown = ({ lockedUntil, lastSignInAt, passwordSetAt, ...row }: Row, settings: Settings): AccountRow => ({
  ...row,
  lockedUntil: lockedUntil?.toISOString() ?? null,
  lastSignInAt: lastSignInAt?.toISOString() ?? null,
  passwordExpiresOn: expiresOn({ passwordSetAt, demonstration: row.demonstration }, settings),
})
