import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'
import { AwardFile } from './award-file'
import { FindAwardLists } from './find-award-lists'
import { MakeAwardList } from './make-award-list'
import { SettleAwardList } from './settle-award-list'
import { SignAwardList } from './sign-award-list'

/** Payment lists: made, signed, taken to the bank, settled. */
@Controller()
export class AwardListsController {
  constructor(
    @Inject(FindAwardLists) private readonly find: FindAwardLists,
    @Inject(MakeAwardList) private readonly making: MakeAwardList,
    @Inject(SignAwardList) private readonly signing: SignAwardList,
    @Inject(AwardFile) private readonly file: AwardFile,
    @Inject(SettleAwardList) private readonly settling: SettleAwardList,
  ) {}

  @Endpoint(routes.findPayableAwards)
  findPayableAwards(@Acting() actor: Actor) {
    return this.find.payable(actor)
  }

  @Endpoint(routes.findAwardLists)
  findAwardLists(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findAwardLists>) {
    return this.find.page(actor, query)
  }

  @Endpoint(routes.getAwardList)
  getAwardList(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getAwardList>) {
    return this.find.detail(actor, params.id)
  }

  @Endpoint(routes.makeAwardList)
  makeAwardList(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.makeAwardList>) {
    return this.making.execute(actor, body.awards)
  }

  @Endpoint(routes.downloadAwardFile)
  downloadAwardFile(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.downloadAwardFile>) {
    return this.file.download(actor, params.id)
  }

  @Endpoint(routes.takeOutOfAwardList)
  takeOutOfAwardList(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.takeOutOfAwardList>) {
    return this.making.takeOut(actor, params.id, body)
  }

  @Endpoint(routes.cancelAwardList)
  cancelAwardList(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.cancelAwardList>) {
    return this.making.cancel(actor, params.id, body)
  }

  @Endpoint(routes.submitAwardList)
  submitAwardList(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.submitAwardList>) {
    return this.signing.submit(actor, params.id, body)
  }

  @Endpoint(routes.reviewAwardList)
  reviewAwardList(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.reviewAwardList>) {
    return this.signing.review(actor, params.id, body)
  }

  @Endpoint(routes.approveAwardList)
  approveAwardList(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.approveAwardList>) {
    return this.signing.approve(actor, params.id, body)
  }

  @Endpoint(routes.sendAwardListBack)
  sendAwardListBack(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.sendAwardListBack>) {
    return this.signing.sendBack(actor, params.id, body)
  }

  @Endpoint(routes.exportAwardFile)
  exportAwardFile(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.exportAwardFile>) {
    return this.file.make(actor, params.id, body)
  }

  @Endpoint(routes.bookAwardOutcomes)
  bookAwardOutcomes(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.bookAwardOutcomes>) {
    return this.settling.book(actor, params.id, body)
  }

  @Endpoint(routes.closeAwardList)
  closeAwardList(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.closeAwardList>) {
    return this.settling.close(actor, params.id, body)
  }
}
