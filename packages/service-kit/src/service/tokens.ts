/** Injection tokens of things that are not classes. */
export const CONFIGURATION = Symbol('service configuration')
export const DEFINITION = Symbol('service definition')
export const TOKEN_KEYS = Symbol('keys that verify access tokens')
export const CIPHERS = Symbol('ciphers of personal data')
export const SIGNATURES = Symbol('signatures of files')
