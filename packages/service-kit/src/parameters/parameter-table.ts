import { IsoDate, ParameterVersion } from '@xishan/domain'
import { z } from 'zod'

const NUMERIC: readonly ParameterVersion['unit'][] = ['fen', 'percent', 'working-days', 'days', 'months', 'years', 'count', 'ratio']

/** A version whose value fits its unit and whose period does not end before it begins. */
const LoadedVersion = ParameterVersion.extend({ effectiveFrom: IsoDate, effectiveTo: IsoDate.nullable() })
  .refine(({ unit, value }) => (NUMERIC.includes(unit) ? typeof value === 'number' : typeof value === (unit === 'boolean' ? 'boolean' : 'string')), '值与单位不符')
  .refine(({ unit, value }) => unit !== 'fen' || Number.isInteger(value), '以分为单位的金额应为整数')
  .refine(({ effectiveFrom, effectiveTo }) => effectiveTo === null || effectiveFrom < effectiveTo, '失效日期不晚于生效日期')

/** The versions of one key follow each other without gap or overlap, numbered from 1; the last runs until further notice. */
const followOn = (versions: readonly ParameterVersion[]): boolean =>
  versions.every(({ version, effectiveTo }, at) => version === at + 1 && effectiveTo === (versions[at + 1]?.effectiveFrom ?? null))

/** The standards, limits and terms of a line as data, as a new house is given them. */
export const ParameterTable = z.array(LoadedVersion).superRefine((versions, context) => {
  for (const key of new Set(versions.map((version) => version.key)))
    if (!followOn(versions.filter((version) => version.key === key))) context.addIssue({ code: 'custom', message: `${key} 的各版本不衔接、重叠或次序有误` })
})
