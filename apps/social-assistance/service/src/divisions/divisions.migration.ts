import { divisionTables, sqlMigration } from '@xishan/service-kit'

export const Divisions = sqlMigration(1760000000201, 'Divisions', divisionTables)
