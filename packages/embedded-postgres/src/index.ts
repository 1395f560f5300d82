export { removeData } from './data-directory'
export { PostgresProblem, type PostgresProblemCode } from './postgres-problem'
export { startPostgres, type PostgresOptions, type RunningPostgres } from './start-postgres'
