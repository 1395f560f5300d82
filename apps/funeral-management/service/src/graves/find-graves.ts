import type { Actor, Page } from '@xishan/domain'
import { GRAVE_KIND, type GraveCounts, type GraveKind, type GraveQuery, type GraveRow, type GraveState } from '@xishan/funeral-management-contract'
import { BusinessClock, DivisionNames, Reads } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { graveCounts, gravePage, graveRow, type ListedGrave } from './grave-list'

interface Counted {
  street: string
  kind: GraveKind
  state: GraveState
  count: number
  overdue: number
}

/** Graves in a list, and counted by street, kind and state. */
@Injectable()
export class FindGraves {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  async page(actor: Actor, query: GraveQuery): Promise<Page<GraveRow>> {
    const today = await this.clock.today()
    const { sql, parameters } = gravePage(query, today)
    const [names, page] = await Promise.all([this.divisions.on(today), this.reads.page<ListedGrave>(actor, query, sql, parameters)])
    return { ...page, rows: page.rows.map((row) => graveRow(row, names, today)) }
  }

  async counts(actor: Actor, query: GraveQuery): Promise<GraveCounts> {
    const today = await this.clock.today()
    const { sql, parameters } = graveCounts(query, today)
    const [names, rows] = await Promise.all([this.divisions.on(today), this.reads.query<Counted>(actor, sql, parameters)])
    const stateOf = (state: GraveState) => rows.filter((row) => row.state === state).reduce((sum, { count }) => sum + count, 0)
    return {
      ...summed(rows),
      streets: [...new Set(rows.map(({ street }) => street))].toSorted().map((code) => ({ code, name: names.whole(code), ...summed(rows.filter(({ street }) => street === code)) })),
      kinds: GRAVE_KIND.codes.map((kind) => ({ kind, ...summed(rows.filter((row) => row.kind === kind)) })),
      states: Object.fromEntries([...new Set(rows.map(({ state }) => state))].map((state) => [state, stateOf(state)])),
    }
  }
}

/** What proved unfounded was no illegal grave. */
function summed(rows: readonly Counted[]): Pick<GraveCounts, 'found' | 'open' | 'overdue' | 'closed'> {
  const sum = (some: readonly Counted[]) => some.reduce((total, { count }) => total + count, 0)
  const founded = rows.filter(({ state }) => state !== 'UNFOUNDED')
  const closed = sum(founded.filter(({ state }) => state === 'CLOSED'))
  return { found: sum(founded), open: sum(founded) - closed, overdue: founded.reduce((total, { overdue }) => total + overdue, 0), closed }
}
