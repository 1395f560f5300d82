import { IsoDate, ParameterVersion } from '@xishan/domain'
import { z } from 'zod'
import funerals from '../parameters/funeral-management.json' with { type: 'json' }
import listed from '../parameters/social-assistance.json' with { type: 'json' }

const NUMERIC: readonly ParameterVersion['unit'][] = ['fen', 'percent', 'working-days', 'days', 'months', 'years', 'count', 'ratio']

/** A version whose value fits its unit and whose period does not end before it begins. */
const SeededVersion = ParameterVersion.extend({ effectiveFrom: IsoDate, effectiveTo: IsoDate.nullable() })
  .refine(({ unit, value }) => (NUMERIC.includes(unit) ? typeof value === 'number' : typeof value === (unit === 'boolean' ? 'boolean' : 'string')), 'value does not fit the unit')
  .refine(({ unit, value }) => unit !== 'fen' || Number.isInteger(value), 'fen are whole')
  .refine(({ effectiveFrom, effectiveTo }) => effectiveTo === null || effectiveFrom < effectiveTo, 'the period ends before it begins')

/** The versions of one key follow each other without gap or overlap, numbered from 1; the last runs until further notice. */
const followOn = (versions: readonly ParameterVersion[]): boolean =>
  versions.every(({ version, effectiveTo }, at) => version === at + 1 && effectiveTo === (versions[at + 1]?.effectiveFrom ?? null))

const ParameterTable = z.array(SeededVersion).superRefine((versions, context) => {
  for (const key of new Set(versions.map((version) => version.key)))
    if (!followOn(versions.filter((version) => version.key === key))) context.addIssue({ code: 'custom', message: `the versions of ${key} leave a gap, overlap or are out of order` })
})

/** Standards, limits and terms of social assistance as first loaded; later versions are proposed and approved in the product. */
export const socialAssistanceParameters: readonly ParameterVersion[] = ParameterTable.parse(listed)

/** Standards, limits and terms of funerals, marriage and adoption as first loaded. */
export const funeralManagementParameters: readonly ParameterVersion[] = ParameterTable.parse(funerals)
