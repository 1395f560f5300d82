import type { Actor, Page } from '@xishan/domain'
import { BusinessClock, DivisionNames, Reads } from '@xishan/service-kit'
import type { RecoveryQuery, RecoveryRow, RecoveryTotals } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { recoveryPage, recoveryRow, recoverySums, type ListedRecovery } from './recovery-list'

interface StreetSum {
  code: string
  cases: number
  dueFen: number
  settledFen: number
}

/** What is to come back in the reader's area, and what has. */
@Injectable()
export class FindRecoveries {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  async page(actor: Actor, query: RecoveryQuery): Promise<Page<RecoveryRow>> {
    const { sql, parameters } = recoveryPage(query)
    const page = await this.reads.page<ListedRecovery>(actor, query, sql, parameters)
    const names = await this.divisions.on(await this.clock.today())
    return { ...page, rows: page.rows.map((row) => recoveryRow(row, names)) }
  }

  async totals(actor: Actor, query: RecoveryQuery): Promise<RecoveryTotals> {
    const { sql, parameters } = recoverySums(query)
    const sums = await this.reads.query<StreetSum>(actor, sql, parameters)
    const names = await this.divisions.on(await this.clock.today())
    const total = (of: (sum: StreetSum) => number) => sums.reduce((whole, sum) => whole + of(sum), 0)
    return {
      cases: total(({ cases }) => cases),
      dueFen: total(({ dueFen }) => dueFen),
      settledFen: total(({ settledFen }) => settledFen),
      owedFen: total(({ dueFen, settledFen }) => dueFen - settledFen),
      streets: sums.map(({ code, dueFen, settledFen }) => ({ code, name: names.street(code), settledFen, owedFen: dueFen - settledFen })),
    }
  }
}
