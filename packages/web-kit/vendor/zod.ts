/**
 * Zod without its 50 languages, JSON schema and compiler, which a browser here has no use for: 18 kB instead of 72.
 * `z.locales`, `z.core`, `z.toJSONSchema` and `z.compile` are therefore not to be used in a contract or a frontend.
 */
export * as z from './zod-parts'
