import type { Subject } from '@xishan/service-kit'
import { AccountCorrection } from './account-correction.entity'
import { DecideFailedLines } from './decide-failed-lines'
import { DownloadPaymentFile } from './download-payment-file'
import { ExportPaymentFile } from './export-payment-file'
import { FindBatchPayment } from './find-batch-payment'
import { FindFailedLines } from './find-failed-lines'
import { FindReturns } from './find-returns'
import { PaymentDesk } from './payment-desk'
import { PaymentTemplate } from './payment-template.entity'
import { PaymentTemplates } from './payment-templates'
import { PaymentTemplatesController } from './payment-templates.controller'
import { PaymentsController } from './payments.controller'
import { ProposeCorrection } from './propose-correction'
import { ReadReturn } from './read-return'
import { ResendFailed } from './resend-failed'
import { ResolveReturnRow } from './resolve-return-row'
import { ReturnsController } from './returns.controller'
import { RevealLineAccount } from './reveal-line-account'
import { SettleBatch } from './settle-batch'
import { loadUsualTemplates } from './usual-templates'

/** From the director's signature to the closed account: files to the bank, return files, failed lines, reconciliation. */
export const payments: Subject = {
  entities: [PaymentTemplate, AccountCorrection],
  controllers: [PaymentsController, ReturnsController, PaymentTemplatesController],
  providers: [PaymentDesk, PaymentTemplates, FindBatchPayment, FindReturns, FindFailedLines, DownloadPaymentFile, ReadReturn, ResolveReturnRow, ProposeCorrection, DecideFailedLines, ResendFailed, RevealLineAccount, SettleBatch],
  longJobs: [ExportPaymentFile],
  firstLoads: [{ what: '发放文件模板', load: loadUsualTemplates }],
}
