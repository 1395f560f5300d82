export * from './audit-break'
export * from './chain-hash'
export * from './seal'
export * from './verify-audit'
