export * from './chain-hash'
