import { DomainProblem, isWithinScope } from '@xishan/domain'
import type { Work } from '@xishan/service-kit'
import type { Application } from './application.entity'

/** @throws DomainProblem `invalid-input` when the community lies outside the actor's area */
export function requireOwnArea(work: Pick<Work, 'actor'>, divisionCode: string): void {
  if (!isWithinScope(divisionCode, work.actor.scope))
    throw new DomainProblem('invalid-input', {}, [{ field: 'divisionCode', message: '所选社区不在您的管辖范围内，请核对；确属其他街道的，请到该街道窗口办理' }])
}

/** Moves a case to another community of the actor's area; its steps, files and parts move with it. */
export async function moveTo(work: Work, application: Application, divisionCode: string): Promise<void> {
  if (application.divisionCode === divisionCode) return
  requireOwnArea(work, divisionCode)
  application.divisionCode = divisionCode
  if (application.version === 0) return
  await work.query(`select move_case_records($1, $2)`, [application.id, divisionCode])
  for (const part of ['application_finances', 'survey', 'posting', 'objection', 'delivery'])
    await work.query(`update ${part} set division_code = $2 where application_id = $1`, [application.id, divisionCode])
}
