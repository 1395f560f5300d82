import { z } from 'zod'
import { reasonText } from '../contract/fields'

/** Why a masked value is looked at. The handler of an open case names that case instead; each look is logged. */
export const RevealReason = reasonText('查看事由', 200).optional()

export const Revealed = z.object({ value: z.string() })
