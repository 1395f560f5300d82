import { z } from 'zod'

/** Where to go after signing in: a path of this platform, never another site. */
export const ReturnPath = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\s\\]*$/, '返回地址只能是本系统页面')

export const BeginOutsideSignIn = z.object({ returnTo: ReturnPath.default('/') })
/** The issuer's page, to which the browser goes next. */
export const OutsideSignInBegun = z.object({ address: z.string() })
/** What the issuer sends back; checked by the protocol library, whatever it holds. */
export const OutsideCallback = z.looseObject({ state: z.string().max(500).optional(), code: z.string().max(5000).optional(), error: z.string().max(200).optional() })

/** Parameter of the page address that names the problem (a code of the contract) when an outside sign-in ends without a session. */
export const SIGN_IN_PROBLEM = 'signInProblem'
