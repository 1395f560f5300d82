import { z } from 'zod'

export const Uuid = z.uuid({ message: '编号格式不正确' })
export const IdParams = z.object({ id: Uuid })
/** A business date, Asia/Shanghai, `YYYY-MM-DD`. */
export const IsoDate = z.iso.date({ message: '日期应为“年-月-日”，例如 2025-09-30', abort: true }).refine((date) => date >= '1880' && date < '2200', '日期超出合理范围，请核对年份')
export type IsoDate = z.infer<typeof IsoDate>
/** System time, ISO 8601 with offset. */
export const Instant = z.string()
export const Fen = z.int({ message: '金额应为数字' }).min(0, '金额不能为负数').max(100_000_000_00, '金额超出合理范围')

/** What every write answers: which row, and the version it now has. */
export const Saved = z.object({ id: Uuid, version: z.int(), number: z.string().optional() })
export type Saved = z.infer<typeof Saved>

/** A write on an existing row names the version its author looked at. */
export const AtVersion = z.object({ version: z.int() })

/** Keyset paging: `after` is the opaque cursor of the last row seen. */
export const PageQuery = z.object({ after: z.string().max(500).optional(), limit: z.coerce.number().int().min(1).max(100).default(20) })
/** What an export leaves out of a list's query: `ApplicationQuery.omit(PAGING)`. */
export const PAGING = { after: true, limit: true } as const
export const pageOf = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), next: z.string().nullable() })
export interface Page<T> {
  rows: T[]
  next: string | null
}

/** RFC 9457. `errors` names the fields: JSON pointer without the leading slash, dots between parts. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  instance: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof Problem>
