import { AvailableAction, IsoDate, PageQuery, PhoneNumber, ScopeFilter, SearchText, StepView, Uuid, attachmentView, optionalText, pageOf, reasonText, requiredText } from '@xishan/domain'
import { z } from 'zod'
import { GRAVE_KIND, GRAVE_PHOTO, GRAVE_SOURCE } from './kinds'
import { GRAVE_STATES } from './lifecycle'
import { Latitude, Longitude } from './place'

/** Sent as a form with the first photo, so that no grave is without one. */
export const ReportGrave = z.object({
  kind: GRAVE_KIND.schema,
  source: GRAVE_SOURCE.schema,
  foundOn: IsoDate,
  divisionCode: z.string({ message: '请选择墓址所在的街道或社区' }).regex(/^530112\d{3}(\d{3})?$/, '请从列表中选择墓址所在的街道或社区'),
  place: requiredText('具体位置', 100),
  longitude: Longitude,
  latitude: Latitude,
  description: reasonText('现场情况'),
  holderName: optionalText('墓主或建造人', 50),
  holderPhone: PhoneNumber.optional(),
})
export type ReportGrave = z.infer<typeof ReportGrave>

export const GraveRow = z.object({
  id: Uuid,
  version: z.int(),
  number: z.string(),
  state: z.enum(GRAVE_STATES),
  kind: GRAVE_KIND.schema,
  source: GRAVE_SOURCE.schema,
  placeName: z.string(),
  place: z.string(),
  foundOn: IsoDate,
  dueOn: IsoDate.nullable(),
  warnOn: IsoDate.nullable(),
  light: z.enum(['green', 'yellow', 'red']).nullable(),
  noticeNumber: z.string().nullable(),
  /** `张**`; empty where nobody knows. */
  holderMasked: z.string(),
})
export type GraveRow = z.infer<typeof GraveRow>

export const GraveQuery = PageQuery.extend({
  q: SearchText,
  division: ScopeFilter,
  kind: GRAVE_KIND.schema.optional(),
  state: z.enum(GRAVE_STATES, { message: '请从列表中选择状态' }).optional(),
  light: z.enum(['green', 'yellow', 'red'], { message: '请从列表中选择时限' }).optional(),
  from: IsoDate.optional(),
  to: IsoDate.optional(),
})
export type GraveQuery = z.infer<typeof GraveQuery>
export const GravePage = pageOf(GraveRow)

const Counted = z.object({ found: z.int(), open: z.int(), overdue: z.int(), closed: z.int() })

/** Under the filters of the list; what proved unfounded is not counted. */
export const GraveCounts = Counted.extend({
  streets: z.array(Counted.extend({ code: z.string(), name: z.string() })),
  kinds: z.array(Counted.extend({ kind: GRAVE_KIND.schema })),
  states: z.partialRecord(z.enum(GRAVE_STATES), z.int()),
})
export type GraveCounts = z.infer<typeof GraveCounts>

const Notice = z.object({
  number: z.string(),
  issuedOn: IsoDate,
  requirement: z.string(),
  days: z.int(),
  servedOn: IsoDate.nullable(),
  servedWay: z.string(),
  receivedBy: z.string(),
  extensionReason: z.string(),
})

export const GraveDetail = GraveRow.extend({
  divisionCode: z.string(),
  longitude: z.number(),
  latitude: z.number(),
  description: z.string(),
  holderName: z.string(),
  holderPhoneMasked: z.string().nullable(),
  foundBy: z.string(),
  visitedOn: IsoDate.nullable(),
  findings: z.string(),
  rule: z.object({ article: z.string(), text: z.string(), isAssumption: z.boolean() }),
  notice: Notice.nullable(),
  /** Until when an extension may go; null where there is none to give. */
  extensionUntil: IsoDate.nullable(),
  doneOn: IsoDate.nullable(),
  result: z.string(),
  attachments: z.array(attachmentView(GRAVE_PHOTO)),
  steps: z.array(StepView),
  actions: z.array(AvailableAction),
})
export type GraveDetail = z.infer<typeof GraveDetail>
