import { AddAttachment } from './add-attachment'
import { AttachmentsController } from './attachments.controller'
import { Delivery } from './delivery.entity'
import { RecordDelivery } from './record-delivery'

export const documents = {
  entities: [Delivery],
  controllers: [AttachmentsController],
  providers: [AddAttachment, RecordDelivery],
}
