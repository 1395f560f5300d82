import { AcrossScopes } from './applications/across-scopes.migration'
import { Applications } from './applications/applications.migration'
import { Benefits } from './benefits/benefits.migration'
import { Divisions } from './divisions/divisions.migration'
import { Households } from './households/households.migration'
import { ListIndexes } from './lists/list-indexes.migration'
import { Parameters, ProposalSourceMark } from './parameters/parameters.migration'
import { PublicLists } from './public-lists/public-lists.migration'
import { SearchTerms } from './search/search-terms.migration'

/** In the order they are run. */
export const migrations = [Divisions, Parameters, Households, Applications, Benefits, AcrossScopes, ProposalSourceMark, SearchTerms, PublicLists, ListIndexes]
