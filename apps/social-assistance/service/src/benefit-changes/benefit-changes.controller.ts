import { label, type Actor, type RouteInput } from '@xishan/domain'
import { Acting, CaseFiles, Endpoint, Input, Upload, type UploadLimits, type UploadedFile } from '@xishan/service-kit'
import { ATTACHMENT_KIND, routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { BatchRecheck } from './batch-recheck'
import { changeOf } from './change-of'
import { FindChange } from './find-change'
import { FindChanges } from './find-changes'
import { PrintChangePaper } from './print-change-paper'
import { RecordChangeDelivery } from './record-change-delivery'

const LIMITS: UploadLimits = { accepts: ['jpeg', 'png', 'pdf'], maxBytes: 10 * 1024 * 1024 }

/** What is looked at, printed and told of changes; re-checks of many households at once. */
@Controller()
export class BenefitChangesController {
  constructor(
    @Inject(FindChanges) private readonly list: FindChanges,
    @Inject(FindChange) private readonly one: FindChange,
    @Inject(PrintChangePaper) private readonly print: PrintChangePaper,
    @Inject(RecordChangeDelivery) private readonly delivery: RecordChangeDelivery,
    @Inject(CaseFiles) private readonly files: CaseFiles,
    @Inject(BatchRecheck) private readonly rechecks: BatchRecheck,
  ) {}

  @Endpoint(routes.findBenefitChanges)
  findBenefitChanges(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findBenefitChanges>) {
    return this.list.page(actor, query)
  }

  @Endpoint(routes.getBenefitChange)
  getBenefitChange(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getBenefitChange>) {
    return this.one.detail(actor, params.id)
  }

  @Endpoint(routes.recordChangeDelivery)
  recordChangeDelivery(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.recordChangeDelivery>) {
    return this.delivery.execute(actor, params.id, body)
  }

  @Endpoint(routes.printChangePaper)
  printChangePaper(@Acting() actor: Actor, @Input() { params, query }: RouteInput<typeof routes.printChangePaper>) {
    return this.print.execute(actor, params.id, params.kind, query.format)
  }

  @Endpoint(routes.addChangeAttachment)
  addChangeAttachment(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.addChangeAttachment>, @Upload() file: UploadedFile) {
    return this.files.add(actor, { kind: body.kind, title: label(ATTACHMENT_KIND, body.kind) }, file, LIMITS, changeOf(actor, params.id))
  }

  @Endpoint(routes.downloadChangeAttachment)
  downloadChangeAttachment(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.downloadChangeAttachment>) {
    return this.files.show(actor, params.attachmentId, changeOf(actor, params.id))
  }

  @Endpoint(routes.findRechecks)
  findRechecks(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findRechecks>) {
    return this.list.rechecks(actor, query)
  }

  @Endpoint(routes.proposeUnchanged)
  proposeUnchanged(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.proposeUnchanged>) {
    return this.rechecks.propose(actor, body)
  }

  @Endpoint(routes.confirmRechecks)
  confirmRechecks(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.confirmRechecks>) {
    return this.rechecks.confirm(actor, body)
  }
}
