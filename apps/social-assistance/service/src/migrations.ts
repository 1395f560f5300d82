import { AcrossScopes } from './applications/across-scopes.migration'
import { Applications } from './applications/applications.migration'
import { BenefitChanges } from './benefit-changes/benefit-changes.migration'
import { Benefits } from './benefits/benefits.migration'
import { Deaths } from './deaths/deaths.migration'
import { Disbursements } from './disbursements/disbursements.migration'
import { Divisions } from './divisions/divisions.migration'
import { Households } from './households/households.migration'
import { ListIndexes } from './lists/list-indexes.migration'
import { Parameters, ProposalSourceMark } from './parameters/parameters.migration'
import { Payables } from './payables/payables.migration'
import { Payments } from './payments/payments.migration'
import { PublicLists } from './public-lists/public-lists.migration'
import { Recoveries } from './recoveries/recoveries.migration'
import { RosterImports } from './roster-imports/roster-imports.migration'
import { SearchTerms } from './search/search-terms.migration'

/** In the order they are run. */
export const migrations = [Divisions, Parameters, Households, Applications, Benefits, AcrossScopes, ProposalSourceMark, SearchTerms, PublicLists, ListIndexes, BenefitChanges, Payables, Disbursements, Payments, Recoveries, RosterImports, Deaths]
