import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { DecideFailedLines } from './decide-failed-lines'
import { FindFailedLines } from './find-failed-lines'
import { FindReturns } from './find-returns'
import { ProposeCorrection } from './propose-correction'
import { ResolveReturnRow } from './resolve-return-row'
import { RevealLineAccount } from './reveal-line-account'

/** What came back from the bank and needs a person, across batches. */
@Controller()
export class ReturnsController {
  constructor(
    @Inject(FindReturns) private readonly returns: FindReturns,
    @Inject(FindFailedLines) private readonly failed: FindFailedLines,
    @Inject(ResolveReturnRow) private readonly resolving: ResolveReturnRow,
    @Inject(ProposeCorrection) private readonly proposing: ProposeCorrection,
    @Inject(DecideFailedLines) private readonly deciding: DecideFailedLines,
    @Inject(RevealLineAccount) private readonly account: RevealLineAccount,
  ) {}

  @Endpoint(routes.findReturnFiles)
  findReturnFiles(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findReturnFiles>) {
    return this.returns.files(actor, query)
  }

  @Endpoint(routes.findReturnRows)
  findReturnRows(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findReturnRows>) {
    return this.returns.rows(actor, query)
  }

  @Endpoint(routes.resolveReturnRow)
  resolveReturnRow(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.resolveReturnRow>) {
    return this.resolving.execute(actor, params.id, params.row, body)
  }

  @Endpoint(routes.findFailedLines)
  findFailedLines(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findFailedLines>) {
    return this.failed.page(actor, query)
  }

  @Endpoint(routes.proposeCorrection)
  proposeCorrection(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.proposeCorrection>) {
    return this.proposing.execute(actor, params.id, body)
  }

  @Endpoint(routes.rejectCorrection)
  rejectCorrection(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.rejectCorrection>) {
    return this.deciding.reject(actor, params.id, body)
  }

  @Endpoint(routes.takeOutFailedLine)
  takeOutFailedLine(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.takeOutFailedLine>) {
    return this.deciding.takeOut(actor, params.id, body)
  }

  @Endpoint(routes.revealLineAccount)
  revealLineAccount(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.revealLineAccount>) {
    return this.account.execute(actor, params.id, body)
  }
}
