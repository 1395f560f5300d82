import type { ParameterVersion } from '@xishan/domain'
import { ParameterTable } from '@xishan/service-kit'
import funerals from '../parameters/funeral-management.json' with { type: 'json' }
import listed from '../parameters/social-assistance.json' with { type: 'json' }

/** Standards, limits and terms of social assistance as first loaded; later versions are proposed and approved in the product. */
export const socialAssistanceParameters: readonly ParameterVersion[] = ParameterTable.parse(listed)

/** Standards, limits and terms of funerals, marriage and adoption as first loaded. */
export const funeralManagementParameters: readonly ParameterVersion[] = ParameterTable.parse(funerals)
