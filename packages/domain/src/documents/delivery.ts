import { z } from 'zod'
import { codeSet, type CodeSet } from '../code-sets/code-set'
import { requiredText } from '../contract/fields'
import { AtVersion, IsoDate } from '../contract/shapes'

export const DELIVERY_WAY = codeSet('送达方式', '本平台约定', [
  ['IN_PERSON', '直接送达'],
  ['AGENT', '代收人签收'],
  ['MAIL', '邮寄送达'],
  ['ELECTRONIC', '电子送达'],
  ['LEFT', '留置送达'],
])

/** That one of a line's papers reached the citizen. */
export const deliveryInput = <C extends string>(papers: CodeSet<C>) =>
  AtVersion.extend({
    paper: papers.schema,
    deliveredOn: IsoDate,
    way: DELIVERY_WAY.schema,
    receivedBy: requiredText('签收人', 50),
  })

export const deliveryView = <C extends string>(papers: CodeSet<C>) => deliveryInput(papers).omit({ version: true }).extend({ recordedBy: z.string() })
