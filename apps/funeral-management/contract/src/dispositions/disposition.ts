import { AtVersion, FlagFilter, IdentityDocument, IsoDate, PageQuery, ScopeFilter, SearchText, Uuid, codeSet, optionalText, pageOf, reasonText, requiredText, type CodeOf } from '@xishan/domain'
import { z } from 'zod'
import { DISPOSITION_KIND, REMAINS, REMAINS_OF } from './kinds'

export const DISPOSITION_STATE = codeSet('安放状态', '本平台约定', [
  ['STANDING', '现存'],
  ['ENDED', '寄存已结束'],
  ['REVOKED', '已撤销'],
])
export type DispositionState = CodeOf<typeof DISPOSITION_STATE>

/** What was done with the remains, where, and by what it is proved. */
const Resting = z.object({
  kind: DISPOSITION_KIND.schema,
  remains: REMAINS.schema,
  disposedOn: IsoDate,
  place: requiredText('安放地点', 100),
  certificateNumber: requiredText('安放（葬）证编号', 60),
})
export type Resting = z.infer<typeof Resting>

const fits = ({ kind, remains }: Pick<Resting, 'kind' | 'remains'>): boolean => REMAINS_OF[kind].includes(remains)
const UNFIT = { path: ['remains'], message: '该安放方式与安放对象不符，请改选骨灰或遗体' }

/** Of a registered death by its id; of anybody else by name and document, which finds the death where it is registered. */
export const RecordDisposition = z
  .object({
    deathId: Uuid.nullable().default(null),
    person: z
      .object({
        name: requiredText('逝者姓名', 50),
        document: IdentityDocument.refine(({ type }) => type !== '9', { path: ['type'], message: '没有可用证件的，请先登记死亡，再从死亡登记办理' }),
      })
      .nullable()
      .default(null),
    ...Resting.shape,
    /** Where the place is one of the facilities registered here. */
    facilityId: Uuid.nullable().default(null),
    handler: requiredText('经办家属', 50),
    handlerRelation: requiredText('与逝者关系', 30),
    remark: optionalText('备注', 200),
  })
  .refine(({ deathId, person }) => (deathId === null) !== (person === null), { path: ['person'], message: '请填写逝者姓名和证件，或从死亡登记进入' })
  .refine(fits, UNFIT)
export type RecordDisposition = z.infer<typeof RecordDisposition>

export const EndKeeping = AtVersion.extend({ endedOn: IsoDate, receiver: requiredText('领取人', 50) })
export type EndKeeping = z.infer<typeof EndKeeping>

export const DISPOSITION_CHANGE_KIND = codeSet('变更种类', '本平台约定', [
  ['CORRECTION', '更正'],
  ['REVOCATION', '撤销'],
])
export type DispositionChangeKind = CodeOf<typeof DISPOSITION_CHANGE_KIND>

/** A correction says what should stand instead; a revocation only its reason. */
export const ProposeDispositionChange = AtVersion.extend({
  kind: DISPOSITION_CHANGE_KIND.schema,
  corrected: Resting.refine(fits, UNFIT).nullable().default(null),
  reason: reasonText('更正、撤销的理由'),
}).refine(({ kind, corrected }) => (kind === 'CORRECTION') === (corrected !== null), { path: ['corrected'], message: '更正的请填写更正后的内容，撤销的不填' })
export type ProposeDispositionChange = z.infer<typeof ProposeDispositionChange>

export const DispositionRow = z.object({
  id: Uuid,
  version: z.int(),
  number: z.string(),
  state: DISPOSITION_STATE.schema,
  deceasedName: z.string(),
  documentMasked: z.string().nullable(),
  kind: DISPOSITION_KIND.schema,
  remains: REMAINS.schema,
  disposedOn: IsoDate,
  place: z.string(),
  certificateNumber: z.string(),
  /** By the day of disposition. */
  eco: z.boolean(),
  /** Ashes in temporary keeping: until when it is free, and the days since then. */
  freeUntil: IsoDate.nullable(),
  daysOver: z.int().nullable(),
})
export type DispositionRow = z.infer<typeof DispositionRow>

export const DispositionQuery = PageQuery.extend({
  q: SearchText,
  division: ScopeFilter,
  kind: DISPOSITION_KIND.schema.optional(),
  state: DISPOSITION_STATE.schema.optional(),
  eco: FlagFilter,
  /** Temporary keeping that lasts longer than it is free. */
  overdue: FlagFilter,
  from: IsoDate.optional(),
  to: IsoDate.optional(),
})
export type DispositionQuery = z.infer<typeof DispositionQuery>
export const DispositionPage = pageOf(DispositionRow)

const DispositionChangeView = z.object({
  id: Uuid,
  version: z.int(),
  number: z.string(),
  kind: DISPOSITION_CHANGE_KIND.schema,
  state: z.string(),
  stateLabel: z.string(),
  /** In words: `安放方式“树葬”改为“花葬”`. */
  content: z.string(),
  reason: z.string(),
  proposedBy: z.string(),
  proposedOn: IsoDate,
  decidedBy: z.string(),
  opinion: z.string(),
  actions: z.array(z.string()),
})
export type DispositionChangeView = z.infer<typeof DispositionChangeView>

export const DispositionDetail = DispositionRow.extend({
  deathId: Uuid.nullable(),
  deathNumber: z.string().nullable(),
  facility: z.object({ id: Uuid, name: z.string() }).nullable(),
  /** Of the plot or niche, where there is one. */
  graveContract: z.object({ id: Uuid, number: z.string() }).nullable(),
  handler: z.string(),
  handlerRelation: z.string(),
  remark: z.string(),
  endedOn: IsoDate.nullable(),
  receiver: z.string(),
  recordedBy: z.string(),
  recordedOn: IsoDate,
  changes: z.array(DispositionChangeView),
  mayEnd: z.boolean(),
  mayPropose: z.boolean(),
})
export type DispositionDetail = z.infer<typeof DispositionDetail>
