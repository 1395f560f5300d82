import { hasRole, type Actor, type Role } from '@xishan/domain'
import type { Ciphers } from '@xishan/service-kit'
import { permissions, type ObjectionView } from '@xishan/social-assistance-contract'
import type { StoredObjection } from '../applications/application-parts'

/** Who learns the name behind a voice: those who answer an objection; of a report only the bureau that looks into it. */
const HANDLERS: Record<ObjectionView['kind'], readonly Role[]> = { OBJECTION: permissions.answerObjections, REPORT: ['BU_CLERK', 'BU_HEAD'] }

/** An objection or report as this reader may see it. */
export function objectionFor(actor: Actor, { objectorSealed, ...objection }: StoredObjection, ciphers: Ciphers): ObjectionView {
  if (!objection.named || objectorSealed === null) return { ...objection, objector: '匿名' }
  return { ...objection, objector: hasRole(actor, HANDLERS[objection.kind]) ? ciphers.decrypt(objectorSealed) : '已具名' }
}
