import type { Entry } from '../applications/window'
import type { Finances } from '../finances/finances'
import type { Residence } from '../households/code-sets'
import type { MemberFacts } from '../households/member'
import type { MeansCheckState } from '../means-checks/lifecycle'

/** The household as the rules see it. */
export interface AssessedHousehold {
  residence: Residence
  entry: Entry
  /** Who enters alone; null for a whole household. */
  singleMemberId: string | null
  members: readonly MemberFacts[]
}

/** What is known of its circumstances, each item with its own date. */
export interface AssessmentEvidence {
  finances: Finances
  meansCheck: { state: MeansCheckState; concludedOn: string | null } | null
}
