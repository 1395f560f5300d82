export * from './reveal-log.sql'
