import { startDeadline, type ParameterBook } from '@xishan/domain'
import { calendar, newId, type Work } from '@xishan/service-kit'
import { PARAMETER, deathTaskLifecycle, type DeathTaskState } from '@xishan/social-assistance-contract'
import { periodOf } from '../applications/terms'
import { byEvent } from './by-event'
import { DeathTask } from './death-task.entity'

const SERIES = 'SAM'

export type NewTask = Pick<DeathTask, 'kind' | 'divisionCode' | 'applicantName' | 'detail'> & Partial<Pick<DeathTask, 'deathId' | 'source' | 'benefitId' | 'householdId' | 'memberId' | 'dueOn'>>

/** Who has to do it: the street for its households, the bureau for what no street can say. */
const AT: Readonly<Record<DeathTask['kind'], DeathTaskState>> = {
  NAME_MATCH: 'AT_STREET', RECHECK: 'AT_STREET', CARD_CHANGE: 'AT_STREET', NO_MATCH: 'AT_BUREAU', CONFLICT: 'AT_BUREAU', REINSTATE: 'AT_BUREAU', FEED_SILENT: 'AT_BUREAU',
}

/** Opens a task, or opens it again where it was withdrawn; one that a person has ended stays ended. @returns its id */
export async function openTask(work: Work, book: ParameterBook, given: NewTask): Promise<string> {
  const known = given.deathId ? await taskOf(work, given) : null
  if (known && known.state !== 'WITHDRAWN') return known.id
  const task = known ?? Object.assign(new DeathTask(), given, { id: newId(), number: await work.nextNumber(SERIES) })
  task.detail = given.detail
  const { warnOn, dueOn } = startDeadline(calendar, work.businessDate, periodOf(book, PARAMETER.death.taskDays), book.number(PARAMETER.warnAt))
  if (given.dueOn) task.run(given.dueOn < warnOn ? given.dueOn : warnOn, given.dueOn)
  else task.run(warnOn, dueOn)
  if (known) await work.take(task, byEvent(deathTaskLifecycle, 'reopen', work.actor.roles, { to: AT[task.kind] }), 'reopen')
  else work.begin(task, { ...deathTaskLifecycle, initial: AT[task.kind] }, 'open')
  await work.save(task, known ? 'reopen' : 'open', { opinion: given.detail })
  return task.id
}

/** Ends a task that nobody has to do any more; one that is ended stays so. @returns the state that it was in */
export async function withdrawTask(work: Work, id: string, because: string): Promise<DeathTaskState> {
  const task = await work.get(DeathTask, id)
  const { state } = task
  if (state !== 'AT_STREET' && state !== 'AT_BUREAU') return state
  await work.take(task, byEvent(deathTaskLifecycle, 'withdraw', work.actor.roles), 'withdraw')
  task.run(null, null)
  await work.save(task, 'withdraw', { opinion: because })
  return state
}

async function taskOf(work: Work, { deathId = null, kind, memberId = null, benefitId = null }: NewTask): Promise<DeathTask | null> {
  const [row] = await work.query<{ id: string }>(
    `select id from death_task where death_id = $1 and kind = $2 and coalesce(member_id, benefit_id) is not distinct from coalesce($3::uuid, $4::uuid)`,
    [deathId, kind, memberId, benefitId],
  )
  return row ? work.get(DeathTask, row.id) : null
}
