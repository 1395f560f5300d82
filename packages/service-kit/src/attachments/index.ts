export * from './attachments.sql'
export * from './file-kind'
export * from './file-name'
export * from './inspect-upload'
