import { Injectable } from '@nestjs/common'
import { isAdministrator, type Actor, type Role } from '@xishan/domain'
import type { Colleague } from '@xishan/identity-contract'
import { Reads } from '@xishan/service-kit'

/** Who else works inside the same division, to be named in a case. Administrators take part in none. */
@Injectable()
export class FindColleagues {
  constructor(private readonly reads: Reads) {}

  async execute(actor: Actor, role: Role | undefined): Promise<{ rows: Colleague[] }> {
    if (actor.roles.some(isAdministrator)) return { rows: [] }
    const rows = await this.reads.query<Colleague>(
      actor,
      `select id, name, office, roles, division_code as scope from account
       where state = 'ACTIVE' and cardinality(roles) > 0 and not roles && array['SYS', 'SEC', 'AUD'] and ($1::text is null or $1 = any(roles))
       order by division_code, name collate "zh-Hans-x-icu", id limit 500`,
      [role ?? null],
    )
    return { rows }
  }
}
