import { DEATH_SOURCE, DeathSource, FlagFilter, Instant, IsoDate, PageQuery, ScopeFilter, SearchText, StepView, Uuid, attachmentView, pageOf } from '@xishan/domain'
import { z } from 'zod'
import { DEATH_CHANGE_KIND, DEATH_PAPER } from './code-sets'
import { DISPOSITION_KIND } from '../dispositions/kinds'
import { DEATH_STATES } from './lifecycle'

export const DeathRow = z.object({
  id: Uuid,
  number: z.string(),
  deceasedName: z.string(),
  documentMasked: z.string().nullable(),
  sex: z.string().nullable(),
  birthDate: IsoDate.nullable(),
  diedOn: IsoDate,
  placeName: z.string(),
  source: DeathSource,
  state: z.enum(DEATH_STATES),
  knownOn: IsoDate,
  /** Whether a cremation record stands. */
  cremated: z.boolean(),
  dueOn: IsoDate.nullable(),
})
export type DeathRow = z.infer<typeof DeathRow>

export const DeathQuery = PageQuery.extend({
  q: SearchText,
  division: ScopeFilter,
  state: z.enum(DEATH_STATES, { message: '请从列表中选择登记状态' }).optional(),
  source: z.enum(DEATH_SOURCE, { message: '请从列表中选择信息来源' }).optional(),
  from: IsoDate.optional(),
  to: IsoDate.optional(),
  cremated: FlagFilter,
})
export type DeathQuery = z.infer<typeof DeathQuery>
export const DeathPage = pageOf(DeathRow)

const DeathReport = z.object({ source: DeathSource, diedOn: IsoDate, reference: z.string(), reportedBy: z.string(), reportedOn: IsoDate })

const DeathChange = z.object({
  id: Uuid,
  version: z.int(),
  number: z.string(),
  kind: DEATH_CHANGE_KIND.schema,
  state: z.string(),
  stateLabel: z.string(),
  /** In words: `死亡日期 2025-09-01 → 2025-09-02`. */
  content: z.string(),
  reason: z.string(),
  proposedBy: z.string(),
  proposedOn: IsoDate,
  decidedBy: z.string(),
  opinion: z.string(),
  actions: z.array(z.object({ action: z.string(), blockedBy: z.string().nullable() })),
})
export type DeathChangeView = z.infer<typeof DeathChange>

export const DeathDetail = DeathRow.extend({
  version: z.int(),
  revision: z.int(),
  documentType: z.string().nullable(),
  ethnicity: z.string().nullable(),
  mayBeBuried: z.boolean(),
  hukou: z.string(),
  place: z.string().nullable(),
  cause: z.string().nullable(),
  certificateKind: z.string().nullable(),
  certificateNumber: z.string(),
  certificateIssuer: z.string(),
  informantName: z.string(),
  informantRelation: z.string(),
  informantPhoneMasked: z.string().nullable(),
  remark: z.string(),
  registeredBy: z.string(),
  reports: z.array(DeathReport),
  changes: z.array(DeathChange),
  cremation: z.object({ id: Uuid, number: z.string(), crematedAt: Instant, hall: z.string() }).nullable(),
  attachments: z.array(attachmentView(DEATH_PAPER)),
  steps: z.array(StepView),
  actions: z.array(z.string()),
  /** Kinds of change that the reader may propose. */
  mayPropose: z.array(DEATH_CHANGE_KIND.schema),
  mayCremate: z.boolean(),
  /** Where the remains are, or were kept; revoked records are left out. */
  dispositions: z.array(z.object({ id: Uuid, kind: DISPOSITION_KIND.schema, disposedOn: IsoDate, place: z.string(), isStanding: z.boolean() })),
  mayDispose: z.boolean(),
})
export type DeathDetail = z.infer<typeof DeathDetail>
