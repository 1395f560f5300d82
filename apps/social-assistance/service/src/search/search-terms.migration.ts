import { searchTerms, sqlMigration } from '@xishan/service-kit'

export const SearchTerms = sqlMigration(1760000000301, 'SearchTerms', searchTerms('social_assistance', 'applicant_name', ['application', 'household', 'benefit']))
