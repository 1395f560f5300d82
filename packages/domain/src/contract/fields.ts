import { z } from 'zod'

/** Line breaks and tabs are welcome; other control characters cannot be stored or printed. */
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/

const printable = (title: string) => `${title}含有无法识别的字符，请删除后重新输入`

/** A text that must be filled in, trimmed. */
export const requiredText = (title: string, max: number) =>
  z
    .string({ message: `请填写${title}` })
    .trim()
    .min(1, `请填写${title}`)
    .max(max, `${title}不能超过 ${max} 个字，请精简`)
    .refine((text) => !UNPRINTABLE.test(text), printable(title))

/** A text that may stay empty, trimmed. */
export const optionalText = (title: string, max: number) =>
  z
    .string({ message: `${title}应为文字` })
    .trim()
    .max(max, `${title}不能超过 ${max} 个字，请精简`)
    .refine((text) => !UNPRINTABLE.test(text), printable(title))
    .default('')

/** An opinion or a reason that will be read by the citizen or by the next person in line: at least a few words. */
export const reasonText = (title: string, max = 500) => requiredText(title, max).refine((text) => text.length >= 4, `${title}至少写 4 个字，请写明具体情况`)

export const yesOrNo = (question: string) => z.boolean({ message: `请选择${question}` })

/** A community, 12 digits, inside Xishan district. */
export const CommunityCode = z
  .string({ message: '请选择所在社区（村）' })
  .regex(/^530112\d{6}$/, '请从列表中选择西山区的社区（村）')

/** Any division of the country: 6 digits to the county, 9 to the street, 12 to the community. */
export const AnyDivisionCode = z
  .string({ message: '请选择户籍所在地' })
  .regex(/^\d{6}(\d{3}){0,2}$/, '户籍所在地应为 6、9 或 12 位行政区划代码，请从列表中选择')

/** A street of the district: a list's filter. */
export const ScopeFilter = z.string().regex(/^530112(\d{3}){0,2}$/, '请从列表中选择街道或社区').optional()

/** What a person types into a search box. */
export const SearchText = z.string().trim().max(50, '查找内容不能超过 50 个字').refine((text) => !UNPRINTABLE.test(text), printable('查找内容')).optional()

/** A yes/no filter in an address, `?mine=true`. */
export const FlagFilter = z.enum(['true', 'false'], { message: '筛选条件应为 true 或 false' }).transform((text) => text === 'true').optional()
