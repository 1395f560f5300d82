import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input, Upload, type UploadedFile } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { DownloadPaymentFile } from './download-payment-file'
import { ExportPaymentFile } from './export-payment-file'
import { FindBatchPayment } from './find-batch-payment'
import { ReadReturn } from './read-return'
import { ResendFailed } from './resend-failed'
import { SettleBatch } from './settle-batch'

/** A signed batch on its way to the bank and back. */
@Controller()
export class PaymentsController {
  constructor(
    @Inject(FindBatchPayment) private readonly find: FindBatchPayment,
    @Inject(ExportPaymentFile) private readonly exporting: ExportPaymentFile,
    @Inject(DownloadPaymentFile) private readonly download: DownloadPaymentFile,
    @Inject(ResendFailed) private readonly resending: ResendFailed,
    @Inject(ReadReturn) private readonly returns: ReadReturn,
    @Inject(SettleBatch) private readonly settling: SettleBatch,
  ) {}

  @Endpoint(routes.getBatchPayment)
  getBatchPayment(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getBatchPayment>) {
    return this.find.detail(actor, params.id)
  }

  @Endpoint(routes.exportPaymentFile)
  exportPaymentFile(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.exportPaymentFile>) {
    return this.exporting.start(actor, params.id, body)
  }

  @Endpoint(routes.downloadPaymentFile)
  downloadPaymentFile(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.downloadPaymentFile>) {
    return this.download.execute(actor, params.id)
  }

  @Endpoint(routes.registerPaymentSent)
  registerSent(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.registerPaymentSent>) {
    return this.settling.registerSent(actor, params.id, body.version)
  }

  @Endpoint(routes.resendFailedLines)
  resendFailed(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.resendFailedLines>) {
    return this.resending.execute(actor, params.id, body)
  }

  @Endpoint(routes.reconcileBatch)
  reconcile(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.reconcileBatch>) {
    return this.settling.reconcile(actor, params.id, body.version)
  }

  @Endpoint(routes.closeBatch)
  close(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.closeBatch>) {
    return this.settling.close(actor, params.id, body.version)
  }

  @Endpoint(routes.previewReturn)
  previewReturn(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.previewReturn>, @Upload() file: UploadedFile) {
    return this.returns.preview(actor, params.id, file)
  }

  @Endpoint(routes.readReturn)
  readReturn(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.readReturn>, @Upload() file: UploadedFile) {
    return this.returns.execute(actor, params.id, body, file)
  }
}
