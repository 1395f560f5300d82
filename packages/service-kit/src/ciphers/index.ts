export * from './ciphers'
export * from './key-ring'
export * from './software-ciphers'
