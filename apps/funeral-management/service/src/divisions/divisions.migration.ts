import { divisionTables, sqlMigration } from '@xishan/service-kit'

export const Divisions = sqlMigration(1765000000101, 'Divisions', divisionTables)
