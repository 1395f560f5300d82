import { AnyDivisionCode, AtVersion, IdentityDocument, IsoDate, Light, PageQuery, SEX, SearchText, StepView, Uuid, pageOf, reasonText, requiredText } from '@xishan/domain'
import { z } from 'zod'
import { PartResults } from './assessment-parts'
import { ADOPTION_KIND, ASSESSMENT_MODE, GIVER_KIND, LET_IN, PARTY, REGISTRATION_OUTCOME } from './code-sets'
import { ADOPTION_STATES } from './lifecycle'

const Document = IdentityDocument.refine(({ type }) => type !== '9', { path: ['type'], message: '请选择有效证件' })
/** A colleague by his account. */
export const StaffMember = z.object({ id: requiredText('人员', 80), name: requiredText('人员姓名', 50) })
export type StaffMember = z.infer<typeof StaffMember>

export const OpenAdoption = z
  .object({
    kind: ADOPTION_KIND.schema,
    /** 收养申请人同意评估之日: the term of the assessment begins. */
    consentedOn: IsoDate,
    placeCode: AnyDivisionCode,
    adopters: z.array(z.object({ name: requiredText('收养人姓名', 50), document: Document })).min(1, '请填写收养人').max(2, '收养人最多两人（夫妻共同收养）'),
    child: z.object({ name: requiredText('被收养人姓名', 50), sex: SEX.schema, birthDate: IsoDate, document: Document.nullable().default(null) }),
    giver: z.object({ kind: GIVER_KIND.schema, name: requiredText('送养人姓名（名称）', 60), document: Document.nullable().default(null) }).nullable().default(null),
    /** The head who will decide: the other person who sees the file. */
    decider: StaffMember,
  })
  .refine(({ kind, giver }) => kind === 'FOUNDLING' || giver !== null, { path: ['giver'], message: '请填写送养人' })
export type OpenAdoption = z.infer<typeof OpenAdoption>

export const GrantReading = AtVersion.extend({ reader: StaffMember, part: LET_IN.schema, reason: reasonText('授权事由', 200), untilOn: IsoDate.nullable().default(null) }).refine(
  ({ part, untilOn }) => part !== 'GRANTED' || untilOn !== null,
  { path: ['untilOn'], message: '授权查阅应写明截止日期' },
)
export type GrantReading = z.infer<typeof GrantReading>
export const WithdrawReading = AtVersion.extend({ readerId: Uuid })

export const RecordVisit = AtVersion.extend({ visitedOn: IsoDate, visitors: requiredText('回访人员', 100), findings: reasonText('回访情况') })
export type RecordVisit = z.infer<typeof RecordVisit>

export const AdoptionRow = z.object({
  id: Uuid,
  version: z.int(),
  number: z.string(),
  kind: ADOPTION_KIND.schema,
  state: z.enum(ADOPTION_STATES),
  adopters: z.string(),
  child: z.string(),
  consentedOn: IsoDate,
  dueOn: IsoDate.nullable(),
  light: Light.nullable(),
  suspendedSince: IsoDate.nullable(),
  /** As what the reader is named in the file. */
  part: z.string(),
})
export type AdoptionRow = z.infer<typeof AdoptionRow>
export const AdoptionQuery = PageQuery.extend({ q: SearchText, kind: ADOPTION_KIND.schema.optional(), state: z.enum(ADOPTION_STATES).optional() })
export type AdoptionQuery = z.infer<typeof AdoptionQuery>
export const AdoptionPage = pageOf(AdoptionRow)

const PartyView = z.object({ id: Uuid, party: PARTY.schema, name: z.string(), sex: SEX.schema.nullable(), birthDate: IsoDate.nullable(), documentType: z.string().nullable(), documentMasked: z.string().nullable() })
export type PartyView = z.infer<typeof PartyView>

const ReaderView = z.object({ id: Uuid, name: z.string(), part: z.string(), reason: z.string(), namedBy: z.string(), namedOn: IsoDate, untilOn: IsoDate.nullable(), stands: z.boolean() })
export type ReaderView = z.infer<typeof ReaderView>

export const AdoptionDetail = AdoptionRow.extend({
  placeName: z.string(),
  giverKind: GIVER_KIND.schema.nullable(),
  parties: z.array(PartyView),
  mode: ASSESSMENT_MODE.schema.nullable(),
  organisation: z.string(),
  assessors: z.array(z.string()),
  results: PartResults,
  /** The term of the assessment and its pauses. */
  term: z.object({ days: z.int(), dueOn: IsoDate, pauses: z.array(z.object({ from: IsoDate, to: IsoDate.nullable(), reason: z.string() })) }),
  /** The registrar's review, with the public notice that is not counted. */
  review: z.object({ acceptedOn: IsoDate, days: z.int(), noticeOn: IsoDate.nullable(), noticeUntil: IsoDate.nullable(), dueOn: IsoDate }).nullable(),
  outcome: z.object({ outcome: REGISTRATION_OUTCOME.schema, certificateNumber: z.string(), on: IsoDate }).nullable(),
  visits: z.array(z.object({ id: Uuid, visitedOn: IsoDate, visitors: z.string(), findings: z.string(), recordedBy: z.string() })),
  readers: z.array(ReaderView),
  steps: z.array(StepView),
  actions: z.array(z.string()),
  mayGrant: z.boolean(),
  mayVisit: z.boolean(),
})
export type AdoptionDetail = z.infer<typeof AdoptionDetail>

/** The log of readings: who, when, why; nothing of what a file holds. */
export const FileReadingRow = z.object({ id: Uuid, fileNumber: z.string(), what: z.string(), readerName: z.string(), part: z.string(), reason: z.string(), at: z.string() })
export type FileReadingRow = z.infer<typeof FileReadingRow>
export const FileReadingPage = pageOf(FileReadingRow)
export const FileReadingQuery = PageQuery
