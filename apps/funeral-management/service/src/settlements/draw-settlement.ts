import { DomainProblem, addToMonth, monthOf, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import { settlementLifecycle, type DrawSettlement as Month, type routes } from '@xishan/funeral-management-contract'
import { UnitOfWork, newId, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { Facility } from '../facilities/facility.entity'
import { Settlement } from './settlement.entity'

/** Puts together what a facility did free up to the end of a month: reversals as what they take back. */
@Injectable()
export class DrawSettlement {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** @throws DomainProblem `settlement-month`, `settlement-taken`, `settlement-nothing` */
  draw(actor: Actor, { facilityId, month }: Month): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const latest = addToMonth(monthOf(work.businessDate), -1)
      if (month > latest) throw new DomainProblem('settlement-month', { month, latest }, [{ field: 'month', message: `最近可结算 ${latest}` }])
      const facility = await work.get(Facility, facilityId)
      const earlier = await work.findOne(Settlement, { facilityId, month })
      if (earlier) throw new DomainProblem('settlement-taken', { facility: facility.name, month, number: earlier.number }, [{ field: 'month', message: '该月已有结算单' }])
      const settlement = Object.assign(new Settlement(), { id: newId(), number: await work.nextNumber('FMSS'), divisionCode: facility.divisionCode, facilityId, facilityName: facility.name, month, drawnBy: actor.name })
      await addUp(work, settlement)
      work.begin(settlement, settlementLifecycle, 'draw')
      const saved = await work.save(settlement, 'draw', { input: { month } })
      await fill(work, settlement)
      return saved
    })
  }

  /** Takes in what was issued or taken back since, after it was sent back. */
  redraw(actor: Actor, id: string, { version }: RouteInput<typeof routes.redrawSettlement>['body']): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const settlement = await work.get(Settlement, id, version)
      await work.get(Facility, settlement.facilityId)
      await work.take(settlement, settlementLifecycle, 'redraw')
      await work.query(`delete from settlement_line where settlement_id = $1`, [id])
      await addUp(work, settlement)
      const saved = await work.save(settlement, 'redraw')
      await fill(work, settlement)
      return saved
    })
  }
}

/** Free lines of issued bills that stand in no settlement, oldest first. */
const OPEN = `from bill b join bill_line l on l.bill_id = b.id
  where b.facility_id = $1 and b.bill_number is not null and to_char(b.issued_on, 'YYYY-MM') <= $2 and l.free_fen <> 0 and not exists (select from settlement_line s where s.bill_line_id = l.id)`

async function addUp(work: Work, settlement: Settlement): Promise<void> {
  const { facilityId, facilityName, month } = settlement
  const [sum] = await work.query<{ lines: number; total: number }>(`select count(*)::int as lines, coalesce(sum(l.free_fen), 0)::float8 as total ${OPEN}`, [facilityId, month])
  if (!sum?.lines) throw new DomainProblem('settlement-nothing', { facility: facilityName, month }, [{ field: 'month', message: '没有尚未结算的减免' }])
  settlement.comesTo(sum.lines, sum.total)
}

const fill = (work: Work, { id, divisionCode, facilityId, month }: Settlement): Promise<unknown> =>
  work.query(
    `insert into settlement_line (bill_line_id, settlement_id, division_code, position) select l.id, $3, $4, row_number() over (order by b.bill_number, l.position) ${OPEN}`,
    [facilityId, month, id, divisionCode],
  )
