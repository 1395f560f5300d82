import type { MigrationInterface } from 'typeorm'
import type { Type } from '@nestjs/common'

/** In the order they are run. */
export const migrations: Type<MigrationInterface>[] = []
