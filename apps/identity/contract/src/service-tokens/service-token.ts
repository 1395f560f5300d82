import { z } from 'zod'

/** A service of the platform asks for a token of its own before it calls another. */
export const ServiceTokenRequest = z.object({ service: z.string().min(1).max(64), secret: z.string().min(1).max(500) })
export const ServiceToken = z.object({ token: z.string(), expiresInSeconds: z.int() })
export type ServiceToken = z.infer<typeof ServiceToken>

/** RFC 7517. */
export const JsonWebKeySet = z.object({ keys: z.array(z.record(z.string(), z.unknown())) })
