import { AtVersion, Instant, IsoDate, PageQuery, PhoneNumber, ScopeFilter, SearchText, Uuid, codeSet, pageOf, reasonText, requiredText, type CodeOf } from '@xishan/domain'
import { z } from 'zod'
import { Circumstances, Deceased } from '../deaths/death-input'

/** Where the ashes go as first stated; where they came to rest is told by their disposition. */
export const ASHES = codeSet('骨灰去向', '本平台约定', [
  ['ASH_KEPT', '骨灰堂寄存'],
  ['BURIED', '安葬'],
  ['ECO', '节地生态安葬'],
  ['TAKEN_AWAY', '亲属领走'],
])
export type Ashes = CodeOf<typeof ASHES>

/** A time of day in Shanghai as it is written in the hall's book. */
const TimeOfDay = (title: string) => z.string({ message: `请填写${title}` }).regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]) ([01]\d|2[0-3]):[0-5]\d$/, `${title}应为“年-月-日 时:分”，例如 2025-09-30 10:20`)

/** What the hall's book says of a cremation, and what a correction puts in its place. */
const Written = z.object({
  certificateNumber: requiredText('火化证明编号', 60),
  hall: requiredText('殡仪馆', 60),
  furnace: requiredText('火化炉号', 20),
  collectedAt: TimeOfDay('遗体接运时间'),
  crematedAt: TimeOfDay('火化时间'),
  ashReceiver: requiredText('骨灰领取人', 50),
  ashReceiverRelation: requiredText('与逝者关系', 30),
  ashes: ASHES.schema,
})
export type WrittenCremation = z.infer<typeof Written>

/** What the hall writes down. Of a person whose death is not yet registered, `death` registers it in the same work. */
export const RecordCremation = z
  .object({
    deathId: Uuid.nullable().default(null),
    death: z.object({ deceased: Deceased, ...Circumstances.shape }).nullable().default(null),
    ...Written.shape,
    ashReceiverPhone: PhoneNumber.nullable().default(null),
  })
  .refine(({ deathId, death }) => (deathId === null) !== (death === null), { path: ['death'], message: '请填写逝者情况，或从死亡登记进入' })
export type RecordCremation = z.infer<typeof RecordCremation>

export const ProposeCremationChange = AtVersion.extend({ corrected: Written, reason: reasonText('更正理由') })
export type ProposeCremationChange = z.infer<typeof ProposeCremationChange>

export const CremationRow = z.object({
  id: Uuid,
  number: z.string(),
  deathId: Uuid,
  deathNumber: z.string(),
  deceasedName: z.string(),
  documentMasked: z.string().nullable(),
  diedOn: IsoDate,
  crematedAt: Instant,
  hall: z.string(),
  furnace: z.string(),
  certificateNumber: z.string(),
  ashReceiver: z.string(),
  ashes: ASHES.schema,
})
export type CremationRow = z.infer<typeof CremationRow>

export const CremationQuery = PageQuery.extend({ q: SearchText, division: ScopeFilter, ashes: ASHES.schema.optional(), from: IsoDate.optional(), to: IsoDate.optional() })
export type CremationQuery = z.infer<typeof CremationQuery>
export const CremationPage = pageOf(CremationRow)

const CremationChangeView = z.object({
  id: Uuid,
  version: z.int(),
  number: z.string(),
  state: z.string(),
  stateLabel: z.string(),
  /** In words: `火化炉号“3”改为“5”`. */
  content: z.string(),
  reason: z.string(),
  proposedBy: z.string(),
  proposedOn: IsoDate,
  decidedBy: z.string(),
  opinion: z.string(),
  actions: z.array(z.string()),
})
export type CremationChangeView = z.infer<typeof CremationChangeView>

export const CremationDetail = CremationRow.extend({
  version: z.int(),
  collectedAt: Instant,
  ashReceiverRelation: z.string(),
  ashReceiverPhoneMasked: z.string().nullable(),
  placeName: z.string(),
  recordedBy: z.string(),
  recordedOn: IsoDate,
  /** As a correction begins. */
  written: Written,
  changes: z.array(CremationChangeView),
  mayPropose: z.boolean(),
})
export type CremationDetail = z.infer<typeof CremationDetail>

/** A period by the day of death, both days included; the current year up to today where none is given. */
export const CremationRateQuery = z.object({ from: IsoDate.optional(), to: IsoDate.optional() }).refine(({ from, to }) => from === undefined || to === undefined || from <= to, { path: ['to'], message: '截止日期不能早于起始日期' })

/** 火化率: cremations ÷ deaths of residents of the cremation areas, by day of death. */
export const CremationRate = z.object({
  from: IsoDate,
  to: IsoDate,
  /** Percent with two decimals; null when nobody died. */
  rate: z.number().nullable(),
  cremated: z.int(),
  deaths: z.int(),
  /** Of the deaths: those who by custom may be buried. */
  mayBeBuried: z.int(),
  areas: z.string(),
  streets: z.array(z.object({ name: z.string(), cremated: z.int(), deaths: z.int() })),
})
export type CremationRate = z.infer<typeof CremationRate>
