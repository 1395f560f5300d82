import { DomainProblem, addDays, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import { PLOT_PARAMETER, inspectionLifecycle, type RecordInspection, type routes } from '@xishan/funeral-management-contract'
import { ParameterBooks, UnitOfWork, newId } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { Facility } from './facility.entity'
import { Inspection } from './inspection.entity'

/** The yearly inspection: closed at once where nothing was found, else put right and looked at by another person. */
@Injectable()
export class InspectFacility {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
  ) {}

  record(actor: Actor, facilityId: string, { inspectedOn, inspectors, results, findings }: RecordInspection): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const facility = await work.get(Facility, facilityId)
      if (facility.kind === 'HALL') throw new DomainProblem('inspection-not-due', { name: facility.name })
      requireBetween(facility.approval.approvedOn, inspectedOn, work.businessDate, 'inspectedOn')
      const days = (await this.books.on(work.businessDate, (sql, parameters) => work.query(sql, parameters))).number(PLOT_PARAMETER.rectifyDays)
      const hasDefect = Object.values(results).includes('DEFECT')
      const inspection = Object.assign(new Inspection(), {
        id: newId(), number: await work.nextNumber('FMI'), divisionCode: facility.divisionCode, facilityId, facilityName: facility.name, inspectedOn, inspectors, results, findings, recordedBy: actor.name,
        dueOn: hasDefect ? addDays(inspectedOn, days) : null,
      })
      work.begin(inspection, { ...inspectionLifecycle, initial: hasDefect ? 'RECTIFYING' : 'CLOSED' }, 'record')
      return work.save(inspection, 'record', { opinion: findings })
    })
  }

  rectify(actor: Actor, id: string, { version, rectifiedOn, rectification }: RouteInput<typeof routes.rectifyInspection>['body']): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const inspection = await work.get(Inspection, id, version)
      await work.take(inspection, inspectionLifecycle, 'rectify')
      requireBetween(inspection.inspectedOn, rectifiedOn, work.businessDate, 'rectifiedOn')
      inspection.rectify(rectifiedOn, rectification)
      return work.save(inspection, 'rectify', { opinion: rectification })
    })
  }

  close(actor: Actor, id: string, { version, opinion }: RouteInput<typeof routes.closeInspection>['body']): Promise<Saved> {
    return this.decide(actor, id, version, 'close', opinion)
  }

  return(actor: Actor, id: string, { version, reason }: RouteInput<typeof routes.returnInspection>['body']): Promise<Saved> {
    return this.decide(actor, id, version, 'return', reason)
  }

  private decide(actor: Actor, id: string, version: number, action: 'close' | 'return', opinion: string): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const inspection = await work.get(Inspection, id, version)
      await work.take(inspection, inspectionLifecycle, action)
      if (action === 'close') inspection.dueOn = null
      return work.save(inspection, action, { opinion })
    })
  }
}

/** @throws DomainProblem `inspection-date` */
function requireBetween(from: string, day: string, to: string, field: string): void {
  if (day < from || day > to) throw new DomainProblem('inspection-date', { from, to }, [{ field, message: `应在 ${from} 至 ${to} 之间` }])
}
