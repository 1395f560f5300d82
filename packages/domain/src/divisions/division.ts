import { z } from 'zod'
import { IsoDate } from '../contract/shapes'
import { DivisionCode } from './division-code'

export const DivisionKind = z.enum(['district', 'street', 'functional-zone', 'community', 'village'])
export type DivisionKind = z.infer<typeof DivisionKind>
export const DIVISION_KIND_LABELS: Record<DivisionKind, string> = {
  district: '区',
  street: '街道',
  'functional-zone': '功能区',
  community: '社区居委会',
  village: '村委会',
}

/**
 * A division as it stood from `validFrom` up to but not on `validTo`; null where the day is not on record or has not come.
 * Records keep the code of their own date, so a code that was given up stays.
 */
export const Division = z.object({
  code: DivisionCode,
  name: z.string().min(1, '请填写区划名称'),
  kind: DivisionKind,
  validFrom: IsoDate.nullable(),
  validTo: IsoDate.nullable(),
  predecessors: z.array(DivisionCode),
  successors: z.array(DivisionCode),
  /** Counts among the plan's 108 communities: which they are the bureau can correct. */
  inPlanDenominator: z.boolean(),
})
export type Division = z.infer<typeof Division>

const NamedDivision = z.object({ code: z.string(), name: z.string() })
/** The streets of the district with their communities, open to anyone: what a page's division fields choose from. */
export const PublicDivisions = z.object({ streets: z.array(NamedDivision.extend({ communities: z.array(NamedDivision) })) })

/** Which kind the code itself tells (specification A3): 4xx and 5xx are special zones, 001–199 communities, 200–399 villages. */
export function kindOfCode(code: string): DivisionKind {
  if (code.length === 6) return 'district'
  if (code.length === 9) return code.charAt(6) === '4' || code.charAt(6) === '5' ? 'functional-zone' : 'street'
  return Number(code.slice(9)) >= 200 ? 'village' : 'community'
}

/** `金碧社区` for 金碧社区居委会, as people say it. */
export const spokenName = (name: string): string => name.replace(/(居民|村民)?委员会$|[居村]委会$/, '')
