import { AvailableAction, BenefitMonth, IsoDate, PageQuery, StepView, Uuid, pageOf, requiredText } from '@xishan/domain'
import { z } from 'zod'
import { ROSTER_STATES } from './lifecycle'
import { OTHER_SCHEME, ROSTER_KIND } from './roster-kinds'

/** A roster of 200,000 rows and 15 columns has 11 to 16 MB. */
export const ROSTER_LIMIT_MB = 24

export const UploadRoster = z
  .object({
    kind: ROSTER_KIND.schema,
    /** Of a list of who is supported otherwise: by what. */
    scheme: OTHER_SCHEME.schema.optional(),
    /** The month whose standing the roster shows. */
    asOfMonth: BenefitMonth,
    /** A mapping that was kept; without one the columns are found by their titles. */
    mappingName: requiredText('方案名称', 40).optional(),
    /** The import whose refused rows this file corrects. */
    correctsId: Uuid.optional(),
  })
  .superRefine(({ kind, scheme }, context) => {
    if (kind === 'OTHER_ENTITLEMENT' && scheme === undefined) context.addIssue({ code: 'custom', path: ['scheme'], message: '请选择是哪一项救助保障的名册' })
  })
export type UploadRoster = z.infer<typeof UploadRoster>

export const RosterImportRow = z.object({
  id: Uuid,
  number: z.string(),
  kind: ROSTER_KIND.schema,
  scheme: OTHER_SCHEME.schema.nullable(),
  fileName: z.string(),
  asOfMonth: BenefitMonth,
  state: z.enum(ROSTER_STATES),
  rowCount: z.int(),
  /** Households; of a list of who is supported otherwise, people. */
  householdCount: z.int(),
  newCount: z.int(),
  unchangedCount: z.int(),
  refusedCount: z.int(),
  appliedCount: z.int(),
  madeBy: z.string(),
  uploadedOn: IsoDate,
})
export type RosterImportRow = z.infer<typeof RosterImportRow>

export const RosterImportQuery = PageQuery.extend({ kind: ROSTER_KIND.schema.optional(), state: z.enum(ROSTER_STATES).optional() })
export type RosterImportQuery = z.infer<typeof RosterImportQuery>
export const RosterImportPage = pageOf(RosterImportRow)

const OtherImport = z.object({ id: Uuid, number: z.string() })

export const SampledHousehold = z.object({
  row: z.int(),
  name: z.string(),
  documentMasked: z.string(),
  communityName: z.string(),
  people: z.int(),
  amountFen: z.int(),
  fromMonth: BenefitMonth,
})
export type SampledHousehold = z.infer<typeof SampledHousehold>

export const RosterImportDetail = RosterImportRow.extend({
  version: z.int(),
  headRow: z.int(),
  /** The file's heads, by column. */
  heads: z.array(z.string()),
  /** Which column each of ours is, null where there is none. */
  columns: z.array(z.object({ key: z.string(), title: z.string(), required: z.boolean(), column: z.int().nullable() })),
  mappingName: z.string(),
  /** Sentences; none when every required column was found. */
  mappingProblems: z.array(z.string()),
  problemCount: z.int(),
  problemColumns: z.array(z.object({ column: z.string(), count: z.int() })),
  newPeople: z.int(),
  newFen: z.int(),
  /** The first households that are new. */
  sample: z.array(SampledHousehold),
  corrects: OtherImport.nullable(),
  correctedBy: z.array(OtherImport),
  checkedOn: IsoDate.nullable(),
  appliedOn: IsoDate.nullable(),
  appliedBy: z.string().nullable(),
  /** The reader's own job that is under way on it. */
  jobId: Uuid.nullable(),
  actions: z.array(AvailableAction),
  steps: z.array(StepView),
})
export type RosterImportDetail = z.infer<typeof RosterImportDetail>

/** What is wrong in a cell; the value is masked. */
export const RosterProblem = z.object({ id: z.string(), row: z.int(), column: z.string(), value: z.string(), problem: z.string(), remedy: z.string() })
export type RosterProblem = z.infer<typeof RosterProblem>
export const RosterProblemQuery = PageQuery.extend({ column: z.string().max(60, '列名过长').optional() })
export type RosterProblemQuery = z.infer<typeof RosterProblemQuery>
export const RosterProblemPage = pageOf(RosterProblem)

export const RosterMappingQuery = z.object({ kind: ROSTER_KIND.schema })
export const RosterMappings = z.array(z.object({ name: z.string(), savedOn: IsoDate, savedBy: z.string() }))
export const RosterTemplateParams = z.object({ kind: ROSTER_KIND.schema })
