import { createHash, randomBytes } from 'node:crypto'

/** What the browser holds: 256 random bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What the database holds: enough to recognise a secret, of no use to whoever reads it. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex')
