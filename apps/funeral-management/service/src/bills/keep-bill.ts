import { DomainProblem, labelOf, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import { billLifecycle, totalOf, type ChangeBill, type RecordBill, type routes } from '@xishan/funeral-management-contract'
import { ParameterBooks, UnitOfWork, newId, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { Facility } from '../facilities/facility.entity'
import { deceasedOf } from './bill-basis'
import { Bill, BillLine } from './bill.entity'
import { workOutLines } from './work-out-bill'

/** A bill until it is issued. */
@Injectable()
export class KeepBill {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
  ) {}

  record(actor: Actor, { deathId, facilityId, lines, ...facts }: RecordBill): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const facility = await work.findOne(Facility, { id: facilityId })
      if (!facility) throw new DomainProblem('not-found')
      const { deceasedName } = await deceasedOf((sql, parameters) => work.query(sql, parameters), deathId)
      const bill = Object.assign(new Bill(), facts, {
        id: newId(), number: await work.nextNumber('FMSB'), divisionCode: facility.divisionCode, deathId, deceasedName, facilityId, facilityName: facility.name, recordedBy: actor.name,
      })
      const worked = await workOutLines(work, await this.book(work), bill, { lines, ...facts })
      bill.comesTo(totalOf(worked))
      work.begin(bill, billLifecycle, 'record')
      const saved = await work.save(bill, 'record', { changes: { lines: worked.length } })
      await work.insert(BillLine, worked)
      return saved
    })
  }

  change(actor: Actor, id: string, { version, lines, ...facts }: ChangeBill): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const bill = await work.get(Bill, id, version)
      if (bill.state !== 'DRAFT') throw new DomainProblem('bill-not-draft', { state: labelOf(billLifecycle, bill.state) })
      const worked = await workOutLines(work, await this.book(work), bill, { lines, ...facts })
      Object.assign(bill, facts)
      bill.comesTo(totalOf(worked))
      await work.remove(BillLine, { billId: id })
      const saved = await work.save(bill, 'change', { changes: { lines: worked.length } })
      await work.insert(BillLine, worked)
      return saved
    })
  }

  discard(actor: Actor, id: string, { version, reason }: RouteInput<typeof routes.discardBill>['body']): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const bill = await work.get(Bill, id, version)
      await work.take(bill, billLifecycle, 'discard')
      return work.save(bill, 'discard', { opinion: reason })
    })
  }

  private book(work: Work) {
    return this.books.on(work.businessDate, (sql, parameters) => work.query(sql, parameters))
  }
}
