import { Injectable } from '@nestjs/common'
import type { Actor, Page } from '@xishan/domain'
import type { SignInOutcome, SignInQuery, SignInRecord } from '@xishan/identity-contract'
import { cursorParts, Reads } from '@xishan/service-kit'

interface Row {
  id: string
  at: Date
  username: string
  name: string | null
  outcome: SignInOutcome
  way: 'password' | 'outside'
  address: string
  device: string
}

/** The sign-in log, youngest first. */
@Injectable()
export class FindSignIns {
  constructor(private readonly reads: Reads) {}

  async page(actor: Actor, query: SignInQuery): Promise<Page<SignInRecord>> {
    const { rows, next } = await this.reads.page<Row & { cursor: string }>(
      actor,
      query,
      `select record.id, at, record.username, account.name, outcome, way, address, device, record.id::text as cursor
       from sign_in_record record left join account on account.id = account_id
       where ($1::uuid is null or record.id < $1)
         and ($2::date is null or at >= $2::date::timestamp at time zone 'Asia/Shanghai')
         and ($3::date is null or at < ($3::date + 1)::timestamp at time zone 'Asia/Shanghai')
         and ($4::text is null or record.username = $4) and ($5::text is null or outcome = $5)
       order by record.id desc limit $6`,
      [cursorParts(query.after, 1)?.[0] ?? null, query.from ?? null, query.to ?? null, query.username || null, query.outcome ?? null],
    )
    return { rows: rows.map((row) => ({ ...row, at: row.at.toISOString() })), next }
  }
}
