import { labelOf } from '@xishan/domain'
import { applicationLifecycle, type ApplicationDetail } from '@xishan/social-assistance-contract'

/** Where a case stands, as a part of a sentence. */
export const standingOf = ({ state }: Pick<ApplicationDetail, 'state'>): string => `当前为“${labelOf(applicationLifecycle, state)}”`
