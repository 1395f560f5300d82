import { PAGING, codeSet } from '@xishan/domain'
import { z } from 'zod'
import { ApplicationQuery } from '../applications/application'
import { BenefitQuery } from '../benefits/benefit'
import { HouseholdQuery } from '../households/household'

export const EXPORT_SUBJECT = codeSet('导出内容', '本平台约定', [
  ['APPLICATIONS', '办件列表'],
  ['BENEFITS', '在保待遇名册'],
  ['HOUSEHOLDS', '家庭名册'],
])

/** A workbook of a list with the list's own filters; it carries user and time as a watermark. */
export const ExportInput = z.discriminatedUnion(
  'subject',
  [
    z.object({ subject: z.literal('APPLICATIONS'), filters: ApplicationQuery.omit(PAGING) }),
    z.object({ subject: z.literal('BENEFITS'), filters: BenefitQuery.omit(PAGING) }),
    z.object({ subject: z.literal('HOUSEHOLDS'), filters: HouseholdQuery.omit(PAGING) }),
  ],
  { message: '请选择导出内容' },
)
export type ExportInput = z.infer<typeof ExportInput>
