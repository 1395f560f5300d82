import type { ValueTransformer } from 'typeorm'

/** A `bigint` column of fen as a number; PostgreSQL's driver gives bigints as text. */
export const fen: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: unknown) => (value === null ? null : Number(value)),
}
