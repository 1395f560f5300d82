import { DomainProblem, formatYuan, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import { billLifecycle, totalOf, type routes } from '@xishan/funeral-management-contract'
import { ParameterBooks, UnitOfWork, newId } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { InviteFamily } from '../satisfaction/invite-family'
import { Bill, BillLine } from './bill.entity'
import { workOutLines } from './work-out-bill'

/** Issues a bill under its number, and takes an issued one back by a bill of its own. */
@Injectable()
export class IssueBill {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(InviteFamily) private readonly invitation: InviteFamily,
  ) {}

  /** Worked out once more: what was seen is what is issued. @throws DomainProblem `bill-outdated` */
  issue(actor: Actor, id: string, { version }: RouteInput<typeof routes.issueBill>['body']): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const bill = await work.get(Bill, id, version)
      await work.take(bill, billLifecycle, 'issue')
      const book = await this.books.on(work.businessDate, (sql, parameters) => work.query(sql, parameters))
      const stored = inOrder(await work.find(BillLine, { billId: id }))
      const worked = await workOutLines(work, book, bill, { lines: stored, freeClass: bill.freeClass, evidence: bill.evidence })
      const isSame = worked.every(({ priceLineId, grossFen, freeFen }, at) => stored[at]?.priceLineId === priceLineId && stored[at].grossFen === grossFen && stored[at].freeFen === freeFen)
      if (!isSame) throw new DomainProblem('bill-outdated', { due: formatYuan(totalOf(worked).dueFen) })
      bill.issue(await work.nextNumber('FMSI'), work.businessDate)
      const saved = await work.save(bill, 'issue')
      const { deathId, deceasedName, facilityId, facilityName, divisionCode } = bill
      if (bill.freeClass !== 'UNIDENTIFIED') await this.invitation.withBill(work, { deathId, deceasedName, facilityId, facilityName, divisionCode, billId: id })
      return saved
    })
  }

  /** The same lines with the opposite sign, issued today; the bill itself keeps its amounts. */
  reverse(actor: Actor, id: string, { version, reason }: RouteInput<typeof routes.reverseBill>['body']): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const bill = await work.get(Bill, id, version)
      await work.take(bill, billLifecycle, 'reverse')
      const lines = inOrder(await work.find(BillLine, { billId: id }))
      const { divisionCode, deathId, deceasedName, facilityId, facilityName, payerName, payerRelation, freeClass, evidence } = bill
      const reversal = Object.assign(new Bill(), { divisionCode, deathId, deceasedName, facilityId, facilityName, payerName, payerRelation, freeClass, evidence }, {
        id: newId(), number: await work.nextNumber('FMSB'), grossFen: 0 - bill.grossFen, freeFen: 0 - bill.freeFen, dueFen: 0 - bill.dueFen, reverses: id, recordedBy: actor.name,
      })
      reversal.issue(await work.nextNumber('FMSI'), work.businessDate)
      const saved = await work.save(bill, 'reverse', { opinion: reason, changes: { reversal: reversal.billNumber } })
      work.begin(reversal, { ...billLifecycle, initial: 'REVERSAL' }, 'writeReversal')
      await work.save(reversal, 'writeReversal', { opinion: reason })
      await work.insert(BillLine, lines.map((line) => Object.assign(new BillLine(), line, { id: newId(), billId: reversal.id, quantity: -line.quantity, grossFen: 0 - line.grossFen, freeQuantity: 0 - line.freeQuantity, freeFen: 0 - line.freeFen })))
      return saved
    })
  }
}

const inOrder = (lines: readonly BillLine[]): BillLine[] => lines.toSorted((a, b) => a.position - b.position)
