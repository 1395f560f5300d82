import { newId, type Work } from '@xishan/service-kit'
import { meansCheckLifecycle } from '@xishan/social-assistance-contract'
import type { Application } from '../applications/application.entity'
import { periodOf, type TermRules } from '../applications/terms'
import { MeansCheck } from './means-check.entity'

/** By when the check centre must have begun (57号 §17). */
export const startCheckBy = ({ calendar, book }: TermRules, on: string): string =>
  calendar.due(on, periodOf(book, meansCheckLifecycle.states.REQUESTED.within ?? ''))

/** A check asked for on a day, to be begun within its term. */
export const checkOf = ({ id, divisionCode }: Pick<Application, 'id' | 'divisionCode'>, number: string, by: string, on: string, rules: TermRules): MeansCheck =>
  Object.assign(new MeansCheck(), { id: newId(), number, divisionCode, applicationId: id, requestedOn: on, requestedBy: by, dueOn: startCheckBy(rules, on) })

/** Asks the check centre about the family of an application, for the first time. */
export async function requestCheck(work: Work, application: Application, rules: TermRules): Promise<void> {
  const check = checkOf(application, await work.nextNumber('SAC'), work.actor.name, work.businessDate, rules)
  work.begin(check, meansCheckLifecycle, 'request')
  await work.save(check, 'request')
}

/** Somebody joined the household after the answers were in: the check is open again. */
export async function reopenCheck(work: Work, applicationId: string, rules: TermRules): Promise<void> {
  const check = await work.findOne(MeansCheck, { applicationId })
  if (!check || (check.state !== 'PASSED' && check.state !== 'NOT_PASSED')) return
  check.ask(work.businessDate, '家庭成员有增加', startCheckBy(rules, work.businessDate))
  work.begin(check, meansCheckLifecycle, 'request')
  await work.save(check, 'request')
}
