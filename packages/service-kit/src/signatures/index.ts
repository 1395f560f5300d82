export * from './file-proof'
export * from './signatures'
export { signaturesOf, sm3Digest } from './software-signatures'
