import { searchTerms, sqlMigration } from '@xishan/service-kit'

/** Tables that come later add theirs with `moreSearchTerms` in their own migration. */
export const SearchTerms = sqlMigration(1765000000105, 'SearchTerms', searchTerms('funeral_management', 'deceased_name', ['death', 'cremation']))
