import { PAGING, Uuid, codeSet } from '@xishan/domain'
import { z } from 'zod'
import { HoldingQuery } from '../archives/archive'
import { CremationQuery } from '../cremations/cremation'
import { DeathQuery } from '../deaths/death-views'
import { AwardQuery } from '../eco-awards/award-views'
import { DispositionQuery } from '../dispositions/disposition'
import { GraveContractQuery } from '../facilities/grave-contract'
import { GraveQuery } from '../graves/grave'

export const EXPORT_SUBJECT = codeSet('导出内容', '本平台约定', [
  ['DEATHS', '死亡登记名册'],
  ['CREMATIONS', '火化记录'],
  ['SETTLEMENT_LINES', '惠民殡葬结算明细'],
  ['ARCHIVES', '档案数字化进度'],
  ['ECO_AWARDS', '节地生态安葬奖补名册'],
  ['DISPOSITIONS', '骨灰（遗体）安放名册'],
  ['GRAVE_CONTRACTS', '墓位合同台账'],
  ['ILLEGAL_GRAVES', '违法墓台账'],
])

/** A workbook of a list with the list's own filters; it carries user and time as a watermark. A subject adds its list here. */
export const ExportInput = z.discriminatedUnion(
  'subject',
  [
    z.object({ subject: z.literal('DEATHS'), filters: DeathQuery.omit(PAGING) }),
    z.object({ subject: z.literal('CREMATIONS'), filters: CremationQuery.omit(PAGING) }),
    z.object({ subject: z.literal('SETTLEMENT_LINES'), filters: z.object({ settlementId: Uuid }) }),
    z.object({ subject: z.literal('ARCHIVES'), filters: HoldingQuery.omit(PAGING) }),
    z.object({ subject: z.literal('ECO_AWARDS'), filters: AwardQuery.omit(PAGING) }),
    z.object({ subject: z.literal('DISPOSITIONS'), filters: DispositionQuery.omit(PAGING) }),
    z.object({ subject: z.literal('GRAVE_CONTRACTS'), filters: GraveContractQuery.omit(PAGING) }),
    z.object({ subject: z.literal('ILLEGAL_GRAVES'), filters: GraveQuery.omit(PAGING) }),
  ],
  { message: '请选择导出内容' },
)
export type ExportInput = z.infer<typeof ExportInput>
export type ExportSubject = ExportInput['subject']
