import { LineTasks, type Actor } from '@xishan/domain'
import { lineTitle, type Tasks, type TasksOfLine } from '@xishan/portal-contract'
import { Inject, Injectable } from '@nestjs/common'
import { failureSentence } from '../lines/line-answer'
import { LineClient } from '../lines/line-client'
import { OwnTasks } from './own-tasks'

/** Identity keeps the accounts; it has no tasks of the bureau's business. */
const WITHOUT_TASKS = new Set(['identity', 'portal'])

/** The reader's tasks in every line, asked as the reader. A line that does not answer is named; the others are shown. */
@Injectable()
export class FindTasks {
  constructor(
    @Inject(LineClient) private readonly client: LineClient,
    @Inject(OwnTasks) private readonly own: OwnTasks,
  ) {}

  async all(actor: Actor, token: string): Promise<Tasks> {
    const lines = this.client.lines.filter((line) => !WITHOUT_TASKS.has(line))
    const [own, ...others] = await Promise.all([this.own.of(actor), ...lines.map((line) => this.ofLine(line, token))])
    const portal: TasksOfLine = { line: 'portal', title: lineTitle('portal'), answered: true, sentence: null, tasks: own, total: own.length }
    return { lines: [...others.filter((line): line is TasksOfLine => line !== null), portal] }
  }

  /** Null when the line has nothing for the reader's role. */
  private async ofLine(line: string, token: string): Promise<TasksOfLine | null> {
    const answer = await this.client.ask({ line, path: '/tasks', shape: LineTasks, headers: { authorization: `Bearer ${token}` } })
    const title = lineTitle(line)
    if (answer.ok) return { line, title, answered: true, sentence: null, ...answer.value }
    if (answer.failure === 'REFUSED') return null
    return { line, title, answered: false, sentence: failureSentence(line, answer.failure), tasks: [], total: 0 }
  }
}
