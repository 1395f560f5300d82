import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'
import { AnswerFault } from './answer-fault'
import { ChangePayee } from './change-payee'
import { DecideAward } from './decide-award'
import { RecoverAward } from './recover-award'
import { SubmitAward } from './submit-award'

/** What a person does with an award. */
@Controller()
export class AwardActionsController {
  constructor(
    @Inject(SubmitAward) private readonly submitting: SubmitAward,
    @Inject(DecideAward) private readonly deciding: DecideAward,
    @Inject(ChangePayee) private readonly payees: ChangePayee,
    @Inject(AnswerFault) private readonly faults: AnswerFault,
    @Inject(RecoverAward) private readonly recovery: RecoverAward,
  ) {}

  @Endpoint(routes.submitAward)
  submitAward(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.submitAward>) {
    return this.submitting.execute(actor, body)
  }

  @Endpoint(routes.checkAward)
  checkAward(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.checkAward>) {
    return this.deciding.check(actor, params.id, body)
  }

  @Endpoint(routes.returnAward)
  returnAward(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.returnAward>) {
    return this.deciding.return(actor, params.id, body)
  }

  @Endpoint(routes.withdrawAward)
  withdrawAward(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.withdrawAward>) {
    return this.deciding.withdraw(actor, params.id, body)
  }

  @Endpoint(routes.confirmAward)
  confirmAward(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.confirmAward>) {
    return this.deciding.confirm(actor, params.id, body)
  }

  @Endpoint(routes.refuseAward)
  refuseAward(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.refuseAward>) {
    return this.deciding.refuse(actor, params.id, body)
  }

  @Endpoint(routes.correctAward)
  correctAward(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.correctAward>) {
    return this.submitting.correct(actor, params.id, body)
  }

  @Endpoint(routes.changeAwardAccount)
  changeAwardAccount(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.changeAwardAccount>) {
    return this.payees.account(actor, params.id, body)
  }

  @Endpoint(routes.changeAwardPayee)
  changeAwardPayee(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.changeAwardPayee>) {
    return this.payees.payee(actor, params.id, body)
  }

  @Endpoint(routes.upholdAward)
  upholdAward(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.upholdAward>) {
    return this.faults.uphold(actor, params.id, body)
  }

  @Endpoint(routes.upholdPaidAward)
  upholdPaidAward(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.upholdPaidAward>) {
    return this.faults.upholdPaid(actor, params.id, body)
  }

  @Endpoint(routes.stopAward)
  stopAward(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.stopAward>) {
    return this.faults.stop(actor, params.id, body)
  }

  @Endpoint(routes.claimAward)
  claimAward(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.claimAward>) {
    return this.faults.claim(actor, params.id, body)
  }

  @Endpoint(routes.repayAward)
  repayAward(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.repayAward>) {
    return this.recovery.repay(actor, params.id, body)
  }

  @Endpoint(routes.settleAward)
  settleAward(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.settleAward>) {
    return this.recovery.settle(actor, params.id, body)
  }
}
