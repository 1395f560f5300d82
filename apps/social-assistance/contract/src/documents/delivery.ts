import { deliveryInput, deliveryView } from '@xishan/domain'
import type { z } from 'zod'
import { PAPER_KIND } from './papers'

/** That a notice reached the applicant. A refusal must be told in writing within its term (57号 §21). */
export const DeliveryInput = deliveryInput(PAPER_KIND)
export type DeliveryInput = z.infer<typeof DeliveryInput>

export const DeliveryView = deliveryView(PAPER_KIND)
