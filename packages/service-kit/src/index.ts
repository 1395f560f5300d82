export * from './ciphers/index'
export * from './personal-data/index'
export * from './attachments/index'
