/** Rows for a statement: of a unit of work (`work.query`) or of a reading (`reads.query` of an actor), so that both ask the same. */
export type Ask = <T>(sql: string, parameters?: unknown[]) => Promise<T[]>
