import type { Type } from '@nestjs/common'
import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A migration written as the SQL it is. `stamp` is its order (milliseconds, 13 digits); a landed migration never changes.
 * The search path is the service's schema; `kit_guard('table')` and `kit_audit('table')` are at hand.
 */
export function sqlMigration(stamp: number, name: string, sql: string): Type<MigrationInterface> {
  return class implements MigrationInterface {
    name = `${name}${stamp}`

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(sql)
    }

    async down(): Promise<void> {
      throw new Error('migrations only go forward; restore the backup of before the upgrade')
    }
  }
}
