import { PARAMETER, PARAMETER_GROUPS, PARAMETER_KEYS, STANDARD_PARAMETERS } from '@xishan/social-assistance-contract'
import type { ParameterReading } from '@xishan/web-kit/pages/parameters'

/** How the parameters of social assistance are read. */
export const parameterReading: ParameterReading = {
  groups: PARAMETER_GROUPS,
  keys: PARAMETER_KEYS,
  choices: {
    [PARAMETER.amountMode]: [
      { value: 'GAP', label: '按差额计算' },
      { value: 'TIER', label: '按分档计算' },
    ],
  },
  backdated: STANDARD_PARAMETERS,
  ages: [PARAMETER.elderlyAge, PARAMETER.minorAge],
}
