import type { Actor, RouteInput } from '@xishan/domain'
import { routes } from '@xishan/portal-contract'
import { Acting, Endpoint, FileAnswer, Input, Upload, type UploadedFile } from '@xishan/service-kit'
import { Controller, Inject } from '@nestjs/common'
import { EnterValue } from './enter-value'
import { FindEntries } from './find-entries'
import { ReturnEntry } from './return-entry'
import { ReviewEntry } from './review-entry'
import { RevokeEntry } from './revoke-entry'
import { WithdrawEntry } from './withdraw-entry'

@Controller()
export class EntriesController {
  constructor(
    @Inject(FindEntries) private readonly find: FindEntries,
    @Inject(EnterValue) private readonly enter: EnterValue,
    @Inject(ReviewEntry) private readonly review: ReviewEntry,
    @Inject(ReturnEntry) private readonly giveBack: ReturnEntry,
    @Inject(WithdrawEntry) private readonly withdraw: WithdrawEntry,
    @Inject(RevokeEntry) private readonly revoke: RevokeEntry,
  ) {}

  @Endpoint(routes.entries)
  async entries(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.entries>) {
    return { entries: await this.find.ofIndicator(actor, params.number) }
  }

  @Endpoint(routes.entriesToReview)
  async entriesToReview(@Acting() actor: Actor) {
    return { entries: await this.find.waiting(actor) }
  }

  @Endpoint(routes.entry)
  entry(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.entry>) {
    return this.find.one(actor, params.id)
  }

  @Endpoint(routes.enterValue)
  enterValue(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.enterValue>, @Upload() file: UploadedFile) {
    return this.enter.execute(actor, params.number, body, file)
  }

  @Endpoint(routes.reviewEntry)
  reviewEntry(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.reviewEntry>) {
    return this.review.execute(actor, params.id, body)
  }

  @Endpoint(routes.returnEntry)
  returnEntry(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.returnEntry>) {
    return this.giveBack.execute(actor, params.id, body)
  }

  @Endpoint(routes.withdrawEntry)
  withdrawEntry(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.withdrawEntry>) {
    return this.withdraw.execute(actor, params.id, body)
  }

  @Endpoint(routes.revokeEntry)
  revokeEntry(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.revokeEntry>) {
    return this.revoke.execute(actor, params.id, body)
  }

  @Endpoint(routes.entryEvidence)
  async entryEvidence(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.entryEvidence>) {
    const { content, name, mediaType } = await this.find.evidence(actor, params.id)
    return new FileAnswer(content, name, mediaType)
  }
}
