import { DomainProblem, label, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import { AREA_LIMIT, PLOT_KIND, type ChangeFacility, type FacilityInput, type routes } from '@xishan/funeral-management-contract'
import { BusinessClock, DivisionNames, ParameterBooks, UnitOfWork, newId, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { Facility, Zone } from './facility.entity'

/** The facilities of the district, and the zones they are divided in. */
@Injectable()
export class KeepFacility {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
  ) {}

  async add(actor: Actor, { kind, divisionCode, ...facts }: FacilityInput): Promise<Saved> {
    const names = await this.divisions.on(await this.clock.today())
    if (names.whole(divisionCode).startsWith('外地')) throw new DomainProblem('facility-place', {}, [{ field: 'divisionCode', message: '请从列表中选择所在街道或社区' }])
    return this.unitOfWork.run(actor, async (work) => {
      await requireNewName(work, facts.name)
      requireApproved(work, facts)
      const facility = Object.assign(new Facility(), { id: newId(), number: await work.nextNumber('FMF'), divisionCode, kind })
      facility.describe(facts)
      return { ...(await work.save(facility, 'add')), number: facility.number }
    })
  }

  change(actor: Actor, id: string, { version, ...facts }: ChangeFacility): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const facility = await work.get(Facility, id, version)
      if (facility.name !== facts.name) await requireNewName(work, facts.name)
      requireApproved(work, facts)
      facility.describe(facts)
      return work.save(facility, 'change')
    })
  }

  /** All plots of the zone are made set-wise. */
  addZone(actor: Actor, facilityId: string, { version, ...input }: RouteInput<typeof routes.addZone>['body']): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const facility = await work.get(Facility, facilityId, version)
      if (facility.kind === 'HALL') throw new DomainProblem('facility-without-plots', { name: facility.name })
      const [same] = await work.query(`select 1 from zone where facility_id = $1 and name = $2`, [facilityId, input.name])
      if (same) throw new DomainProblem('zone-taken', { name: input.name }, [{ field: 'name', message: '该设施已有同名墓区' }])
      await this.requireArea(work, input)
      const zone = Object.assign(new Zone(), input, { id: newId(), facilityId, divisionCode: facility.divisionCode })
      const saved = await work.save(zone, 'add', { changes: { plots: input.rows * input.columns } })
      await work.query(
        `insert into plot (id, zone_id, facility_id, division_code, "row", "column")
         select gen_random_uuid(), $1, $2, $3, r, c from generate_series(1, $4::int) r, generate_series(1, $5::int) c`,
        [zone.id, facilityId, facility.divisionCode, input.rows, input.columns],
      )
      await work.save(facility, 'addZone', { changes: { zone: input.name } })
      return saved
    })
  }

  /** @throws DomainProblem `zone-area` */
  private async requireArea(work: Work, { plotKind, area }: Pick<Zone, 'plotKind' | 'area'>): Promise<void> {
    const key = AREA_LIMIT[plotKind]
    if (key === null) return
    const limit = (await this.books.on(work.businessDate, (sql, parameters) => work.query(sql, parameters))).number(key)
    if (area > limit) throw new DomainProblem('zone-area', { kind: label(PLOT_KIND, plotKind), limit: String(limit), area: String(area) }, [{ field: 'area', message: `不得超过 ${limit} 平方米` }])
  }
}

/** @throws DomainProblem `facility-taken` */
async function requireNewName(work: Work, name: string): Promise<void> {
  await work.query(`select pg_advisory_xact_lock(hashtext($1))`, [`facility ${name}`])
  if (await work.findOne(Facility, { name })) throw new DomainProblem('facility-taken', { name }, [{ field: 'name', message: '已有同名设施' }])
}

/** @throws DomainProblem `facility-approved-in-future` */
function requireApproved({ businessDate: today }: Work, { approval }: Pick<FacilityInput, 'approval'>): void {
  if (approval.approvedOn > today) throw new DomainProblem('facility-approved-in-future', { today }, [{ field: 'approval.approvedOn', message: `不能晚于 ${today}` }])
}
