import { ReturnPath } from '@xishan/identity-contract'

/** Where to go after signing in: a page of this platform, whatever the address says. */
export function returnPath(back: unknown): string {
  const parsed = ReturnPath.safeParse(back)
  return parsed.success && !parsed.data.startsWith('/sign-in') ? parsed.data : '/'
}
