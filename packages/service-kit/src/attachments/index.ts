export * from './attachments.sql'
