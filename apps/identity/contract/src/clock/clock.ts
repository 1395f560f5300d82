import { IsoDate } from '@xishan/domain'
import { z } from 'zod'

export const Clock = z.object({ businessDate: z.string(), demonstration: z.boolean() })
export type Clock = z.infer<typeof Clock>
export const AdvanceClock = z.object({ to: IsoDate })
