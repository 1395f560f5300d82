import { parameterTables, sqlMigration } from '@xishan/service-kit'

export const Parameters = sqlMigration(1765000000102, 'Parameters', parameterTables)
