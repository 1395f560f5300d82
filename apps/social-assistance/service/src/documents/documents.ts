import { AddAttachment } from './add-attachment'
import { AttachmentsController } from './attachments.controller'
import { Delivery } from './delivery.entity'
import { DownloadAttachment } from './download-attachment'
import { RecordDelivery } from './record-delivery'

export const documents = {
  entities: [Delivery],
  controllers: [AttachmentsController],
  providers: [AddAttachment, DownloadAttachment, RecordDelivery],
}
