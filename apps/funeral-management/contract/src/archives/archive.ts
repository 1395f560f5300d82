import { AtVersion, BenefitMonth, IsoDate, PAGING, PageQuery, Uuid, optionalText, pageOf, reasonText, requiredText } from '@xishan/domain'
import { z } from 'zod'
import { REGISTRATION } from '../registration-quality/office'

const FIRST_DECADE = 1940
const Decade = z.coerce.number({ message: '年代应为数字' }).int('年代应为整数').min(FIRST_DECADE, '年代超出范围，请核对').max(2030, '年代超出范围，请核对').refine((decade) => decade % 10 === 0, '年代应为整十年份，例如 1980')
export const DECADES: readonly number[] = Array.from({ length: 9 }, (_, at) => FIRST_DECADE + at * 10)
export const decadeInChinese = (decade: number): string => `${decade} 年代`

const Count = (title: string) => z.int(`${title}应为整数`).min(0, `${title}不能为负数`).max(10_000_000, `${title}过大，请核对`)

/** What of a decade an office holds on paper, and by when it is to be digitised. */
const Holding = z.object({ files: Count('馆藏卷数').min(1, '馆藏卷数至少为 1'), targetOn: IsoDate, shelf: optionalText('存放位置', 100) })
export const AddHolding = Holding.extend({ officeId: Uuid, registration: REGISTRATION.schema, decade: Decade })
export type AddHolding = z.infer<typeof AddHolding>
export const ChangeHolding = Holding.extend({ version: z.int(), reason: reasonText('修改原因') })
export type ChangeHolding = z.infer<typeof ChangeHolding>

/** What was done in a month; what was entered wrongly is taken back by an entry of its own. */
export const EnterProgress = AtVersion.extend({
  month: BenefitMonth,
  digitised: Count('数字化卷数'),
  checked: Count('质检合格卷数'),
  doneBy: requiredText('完成单位（人员）', 60),
  note: optionalText('说明', 200),
}).refine(({ digitised, checked }) => digitised + checked > 0, { path: ['digitised'], message: '数字化卷数和质检卷数不能都为 0' })
export type EnterProgress = z.infer<typeof EnterProgress>
export const ReverseEntry = AtVersion.extend({ entryId: Uuid, reason: reasonText('冲销原因', 200) })
export type ReverseEntry = z.infer<typeof ReverseEntry>

const Figures = z.object({ files: z.int(), digitised: z.int(), checked: z.int() })
export type ArchiveFigures = z.infer<typeof Figures>

export const HoldingRow = Figures.extend({
  id: Uuid,
  version: z.int(),
  number: z.string(),
  officeId: Uuid,
  officeName: z.string(),
  registration: REGISTRATION.schema,
  decade: z.int(),
  targetOn: IsoDate,
  /** Past its date with files that are not digitised. */
  late: z.boolean(),
  shelf: z.string(),
  lastMonth: z.string().nullable(),
})
export type HoldingRow = z.infer<typeof HoldingRow>
export const HoldingQuery = PageQuery.extend({ officeId: Uuid.optional(), registration: REGISTRATION.schema.optional(), decade: Decade.optional() })
export type HoldingQuery = z.infer<typeof HoldingQuery>
export type HoldingFilters = Omit<HoldingQuery, keyof typeof PAGING>
export const HoldingPage = pageOf(HoldingRow)

export const ArchiveEntry = z.object({
  id: Uuid,
  month: BenefitMonth,
  digitised: z.int(),
  checked: z.int(),
  doneBy: z.string(),
  note: z.string(),
  enteredBy: z.string(),
  enteredOn: IsoDate,
  /** It takes back another entry. */
  reverses: Uuid.nullable(),
  reversed: z.boolean(),
})
export type ArchiveEntry = z.infer<typeof ArchiveEntry>
export const HoldingDetail = HoldingRow.extend({ entries: z.array(ArchiveEntry) })
export type HoldingDetail = z.infer<typeof HoldingDetail>

/** How far all is, by decade, by office and by month. */
export const ArchiveProgressQuery = z.object({ registration: REGISTRATION.schema.optional() })
export const ArchiveProgress = z.object({
  total: Figures,
  decades: z.array(Figures.extend({ decade: z.int() })),
  offices: z.array(Figures.extend({ id: Uuid, name: z.string() })),
  months: z.array(z.object({ month: BenefitMonth, digitised: z.int(), checked: z.int() })),
})
export type ArchiveProgress = z.infer<typeof ArchiveProgress>
