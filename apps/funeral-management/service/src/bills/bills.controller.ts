import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'
import { FindBills } from './find-bills'
import { IssueBill } from './issue-bill'
import { KeepBill } from './keep-bill'
import { PrintBill } from './print-bill'

@Controller()
export class BillsController {
  constructor(
    @Inject(FindBills) private readonly find: FindBills,
    @Inject(KeepBill) private readonly keep: KeepBill,
    @Inject(IssueBill) private readonly issuing: IssueBill,
    @Inject(PrintBill) private readonly print: PrintBill,
  ) {}

  @Endpoint(routes.findBills)
  findBills(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findBills>) {
    return this.find.page(actor, query)
  }

  @Endpoint(routes.getBillBasis)
  getBillBasis(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getBillBasis>) {
    return this.find.basis(actor, params)
  }

  @Endpoint(routes.getBill)
  getBill(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getBill>) {
    return this.find.detail(actor, params.id)
  }

  @Endpoint(routes.printBill)
  printBill(@Acting() actor: Actor, @Input() { params, query }: RouteInput<typeof routes.printBill>) {
    return this.print.execute(actor, params.id, query.format)
  }

  @Endpoint(routes.recordBill)
  recordBill(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.recordBill>) {
    return this.keep.record(actor, body)
  }

  @Endpoint(routes.changeBill)
  changeBill(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.changeBill>) {
    return this.keep.change(actor, params.id, body)
  }

  @Endpoint(routes.issueBill)
  issueBill(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.issueBill>) {
    return this.issuing.issue(actor, params.id, body)
  }

  @Endpoint(routes.discardBill)
  discardBill(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.discardBill>) {
    return this.keep.discard(actor, params.id, body)
  }

  @Endpoint(routes.reverseBill)
  reverseBill(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.reverseBill>) {
    return this.issuing.reverse(actor, params.id, body)
  }
}
