import type { Actor, LineTask, LineTasks } from '@xishan/domain'
import { Inject, Injectable } from '@nestjs/common'
import { BusinessClock } from '../clock/business-clock'
import { Reads } from '../database/reads'
import { DivisionNames, type PlaceNames } from '../divisions/division-names'
import { TASK_LISTS, type TaskList, type Waiting } from './task-list'

/** What an answer lists at most; the whole number is told beside it. */
const MOST = 100
const NEVER = '9999-12-31'

/** What waits for the person who asks, soonest due first: nobody is shown work that separation of duties keeps from them. */
@Injectable()
export class FindTasks {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
    @Inject(TASK_LISTS) private readonly lists: readonly TaskList[],
  ) {}

  async mine(actor: Actor): Promise<LineTasks> {
    const today = await this.clock.today()
    const names = await this.divisions.on(today)
    const kinds = await Promise.all(this.lists.map((list) => this.of(actor, list, names, today)))
    const tasks = kinds.flatMap((kind) => kind.tasks).sort((a, b) => compare(a.dueOn ?? NEVER, b.dueOn ?? NEVER) || compare(a.number, b.number))
    return { tasks: tasks.slice(0, MOST), total: kinds.reduce((sum, kind) => sum + kind.total, 0) }
  }

  private async of(actor: Actor, list: TaskList, names: PlaceNames, today: string): Promise<{ tasks: LineTask[]; total: number }> {
    const statement = list.statement(actor)
    if (!statement) return { tasks: [], total: 0 }
    const rows = await this.reads.query<Waiting>(actor, statement.sql, statement.parameters)
    return { tasks: rows.map((row) => list.task(row, names, today)), total: rows[0]?.total ?? 0 }
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
