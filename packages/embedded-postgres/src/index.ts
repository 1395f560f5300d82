export { removeData } from './remove-data'
export { PostgresProblem, type PostgresProblemCode } from './postgres-problem'
export { startPostgres, type PostgresOptions, type RunningPostgres } from './start-postgres'
