import { generateSecret, generateURI, verify } from 'otplib'

const ISSUER = '西山民政'
/** The code of the half minute before and after is taken too: phones' clocks differ. */
const TOLERANCE_SECONDS = 30

export const newSecret = (): string => generateSecret({ length: 20 })

/** What an authenticator reads from the picture. */
export const enrolmentUri = (secret: string, username: string): string => generateURI({ issuer: ISSUER, label: username, secret })

/**
 * The time step the code belongs to, to be stored as the last one used, or undefined when the code is wrong or was used before
 * (RFC 6238 §5.2: a code is good once).
 */
export async function acceptedStep(secret: string, code: string, lastStep: number | null): Promise<number | undefined> {
  if (!/^\d{6}$/.test(code)) return undefined
  const result = await verify({ secret, token: code, epochTolerance: TOLERANCE_SECONDS, ...(lastStep === null ? {} : { afterTimeStep: lastStep }) })
  return result.valid && 'timeStep' in result ? result.timeStep : undefined
}
