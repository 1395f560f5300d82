import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, CaseFiles, Endpoint, Input, Upload, type UploadedFile } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { AddAttachment } from './add-attachment'
import { caseOf } from './case-of'
import { RecordDelivery } from './record-delivery'

/** The papers filed with a case, and how its own reached the applicant. */
@Controller()
export class AttachmentsController {
  constructor(
    @Inject(AddAttachment) private readonly addition: AddAttachment,
    @Inject(CaseFiles) private readonly files: CaseFiles,
    @Inject(RecordDelivery) private readonly delivery: RecordDelivery,
  ) {}

  @Endpoint(routes.addAttachment)
  addAttachment(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.addAttachment>, @Upload() file: UploadedFile) {
    return this.addition.execute(actor, params.id, body.kind, file)
  }

  @Endpoint(routes.downloadAttachment)
  downloadAttachment(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.downloadAttachment>) {
    return this.files.show(actor, params.attachmentId, caseOf(actor, params.id))
  }

  @Endpoint(routes.recordDelivery)
  recordDelivery(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.recordDelivery>) {
    return this.delivery.execute(actor, params.id, body)
  }
}
