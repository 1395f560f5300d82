import { AtVersion, IsoDate, codeSet, requiredText } from '@xishan/domain'
import { z } from 'zod'
import { PAPER_KIND } from './papers'

export const DELIVERY_WAY = codeSet('送达方式', '本平台约定', [
  ['IN_PERSON', '直接送达'],
  ['AGENT', '代收人签收'],
  ['MAIL', '邮寄送达'],
  ['ELECTRONIC', '电子送达'],
  ['LEFT', '留置送达'],
])

/** That a notice reached the applicant. A refusal must be told in writing within its term (57号 §21). */
export const DeliveryInput = AtVersion.extend({
  paper: PAPER_KIND.schema,
  deliveredOn: IsoDate,
  way: DELIVERY_WAY.schema,
  receivedBy: requiredText('签收人', 50),
})
export type DeliveryInput = z.infer<typeof DeliveryInput>

export const DeliveryView = DeliveryInput.omit({ version: true }).extend({ recordedBy: z.string() })
